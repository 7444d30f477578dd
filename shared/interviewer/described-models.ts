import * as z from 'zod';
import { type DescribedModels, unknownModel } from './models.ts';

/**
 * The schema of what a deployment describes; what an entry leaves out is as for an unknown model. A
 * function, because most functions never read one and a schema at their start would slow it.
 */
export const describedModels = (): z.ZodType<DescribedModels> =>
  z.record(
    z.string().min(1),
    z.strictObject({
      structured_output: z.boolean().default(unknownModel.structured_output),
      tool_use: z.boolean().default(unknownModel.tool_use),
      forced_tool: z.enum(['named', 'any', 'none']).default(unknownModel.forced_tool),
      temperature: z.boolean().default(unknownModel.temperature),
      thinks: z.enum(['never', 'unforced', 'always']).default(unknownModel.thinks),
      effort: z.enum(['output_config', 'reasoning_effort', 'none']).default(unknownModel.effort),
      inference_profile: z.boolean().default(unknownModel.inference_profile),
    }),
  );
