// Before anything that writes a log, which reads this once.
process.env.LOG_LEVEL ??= 'CRITICAL';
