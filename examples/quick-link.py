#!/usr/bin/env python3
"""Calls Talaro as a client of the older guide does, with the standard library only.

  python3 examples/quick-link.py                 log in, create an interview and its link, print it
  python3 examples/quick-link.py --interview ID  the same for an existing interview
  python3 examples/quick-link.py --full          a whole interview, including the usual errors
"""
import argparse
import json
import os
import sys
import urllib.error
import urllib.request
from datetime import datetime, timedelta, timezone

UNKNOWN_ID = "4b1f0f0e-7a9c-4f5e-9d5b-0d9a3a4f6c11"


class Client:
    """Calls the API; `access` is sent after the login."""

    def __init__(self, base_url):
        self.api = base_url.rstrip("/") + "/api"
        self.access = None
        self.refusals = 0

    def call(self, method, path, body=None):
        """Returns (status, parsed JSON) whatever the status is."""
        headers = {"Accept": "application/json"}
        if self.access:
            headers["Authorization"] = f"Bearer {self.access}"
        data = None
        if body is not None:
            data = (body if isinstance(body, str) else json.dumps(body)).encode()
            headers["Content-Type"] = "application/json"
        request = urllib.request.Request(self.api + path, data, headers, method=method)
        try:
            with urllib.request.urlopen(request) as response:
                return response.status, json.load(response)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)

    def ok(self, method, path, body=None):
        status, answer = self.call(method, path, body)
        if status >= 300:
            raise SystemExit(f"{method} {path} returned {status}: {answer.get('error')}")
        return answer

    def refused(self, what, expected, method, path, body=None):
        status, answer = self.call(method, path, body)
        got = f"{status} {answer.get('code')}"
        if got != expected:
            raise SystemExit(f"{what}: expected {expected}, got {got}")
        self.refusals += 1
        print(f"  refused, as expected: {what} ({got})")

    def log_in(self, email, password):
        self.access = self.ok(
            "POST", "/auth/login/", {"email": email, "password": password}
        )["access"]

    def new_interview(self, **changes):
        interview = {
            "candidate_name": "Robin Ekström",
            "candidate_email": "robin@example.com",
            "job_title": "Backend Engineer",
            "job_description": "Design and run HTTP services in Python. PostgreSQL schema design "
            "and query tuning. Automated tests, code review and on-call. Explain trade-offs to "
            "colleagues in product and support.",
            "resume_text": "Four years of Python. Moved a booking service from cron to a queue.",
            "ai_interview_type": "technical",
            "starts_at": in_minutes(-1),
        }
        interview.update(changes)
        sent = {name: value for name, value in interview.items() if value is not None}
        return self.ok("POST", "/interviews/", sent)["interview_id"]

    def generate(self, interview_id):
        return self.ok("POST", f"/ai-interview/generate-link/{interview_id}/")


def in_minutes(minutes):
    moment = datetime.now(timezone.utc) + timedelta(minutes=minutes)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def quick(client, options):
    client.log_in(options.email, options.password)
    link = client.generate(options.interview or client.new_interview())
    print(f"AI Interview URL: {link['public_interview_url']}")
    print(f"Link Token: {link['link_token']}")


def refuse_recruiter_mistakes(client, options):
    print("Logging in")
    client.refused("a wrong password", "401 invalid_credentials", "POST", "/auth/login/",
                   {"email": options.email, "password": "wrong"})
    client.refused("no token", "401 unauthorized", "POST",
                   f"/ai-interview/generate-link/{UNKNOWN_ID}/")
    client.log_in(options.email, options.password)
    print("Creating a link")
    client.refused("a body that is not JSON", "400 invalid_input", "POST", "/interviews/", "{")
    client.refused("a link without a start time", "400 interview_not_scheduled", "POST",
                   f"/ai-interview/generate-link/{client.new_interview(starts_at=None)}/")
    client.refused("a link for an interview without AI", "400 interview_not_ai", "POST",
                   f"/ai-interview/generate-link/{client.new_interview(ai_interview_type=None)}/")
    client.refused("an unknown interview", "404 interview_not_found", "POST",
                   f"/ai-interview/generate-link/{UNKNOWN_ID}/")


def refuse_wrong_times(client):
    for what, expected, times in (
        ("a link before its time", "403 link_not_open", {"starts_at": in_minutes(60)}),
        ("a link after its time", "403 link_expired",
         {"starts_at": in_minutes(-300), "ends_at": in_minutes(-240)}),
    ):
        interview_id = client.new_interview(**times)
        token = client.generate(interview_id)["link_token"]
        client.refused(what, expected, "POST", "/ai-interview/public/start/",
                       {"interview_id": interview_id, "link_token": token})


def answer_to(question):
    return (
        f'At my last job I had to deal with exactly this: "{question[:60]}". I first measured the '
        "slow query with EXPLAIN ANALYZE, found a missing index on bookings, wrote a test that "
        "failed, added the index in a migration and watched the p95 latency fall from 900 ms to "
        "80 ms. I explained the trade-off, slower writes, to the support team."
    )


def full(client, options):
    refuse_recruiter_mistakes(client, options)
    interview_id = client.new_interview()
    client.refused("reading a link before one exists", "404 link_not_found", "GET",
                   f"/ai-interview/get-link/{interview_id}/")
    first = client.generate(interview_id)["link_token"]
    assert client.ok("GET", f"/ai-interview/get-link/{interview_id}/")["link_token"] == first
    link = client.ok("POST", f"/ai-interview/regenerate-link/{interview_id}/")
    token = link["link_token"]
    assert token != first, "regenerating returned the same token"
    print(f"  {link['public_interview_url']}")

    print("Taking the interview")
    for what, code, sent in (("the replaced token", "link_replaced", first),
                             ("a forged token", "link_invalid", "A" + token[1:] + "x")):
        client.refused(what, f"401 {code}", "POST", "/ai-interview/public/start/",
                       {"interview_id": interview_id, "link_token": sent})
    refuse_wrong_times(client)
    session = client.ok("POST", "/ai-interview/public/start/",
                        {"interview_id": interview_id, "link_token": token})
    credentials = {"session_id": session["session_id"], "link_token": token}
    submit = "/ai-interview/public/submit-response/"
    client.refused("an empty answer", "400 invalid_input", "POST", submit,
                   {**credentials, "response_text": "   "})
    for question in session["questions"]:
        body = {**credentials, "question_id": question["id"],
                "response_text": answer_to(question["text"])}
        stored = client.ok("POST", submit, body)
        print(f"  Question {question['order']}: {question['text']}\n"
              f"    Feedback: {stored['feedback']}")
        assert client.ok("POST", submit, body)["response_id"] == stored["response_id"]
        client.refused("another answer to it", "409 already_answered", "POST", submit,
                       {**body, "response_text": "Something else"})
    result = client.ok("POST", "/ai-interview/public/complete/", credentials)
    print(f"{result['evaluation']}\nScore {result['score']}, {result['recommendation']}")
    again = client.ok("POST", "/ai-interview/public/complete/", credentials)
    assert again["score"] == result["score"], "completing again changed the score"
    client.refused("a new link after completion", "409 interview_completed", "POST",
                   f"/ai-interview/regenerate-link/{interview_id}/")
    print(f"Done: everything worked, including {client.refusals} expected refusals.")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    env = os.environ.get
    parser.add_argument("--base-url", "--url", help="where Talaro runs (TALARO_BASE_URL)",
                        default=env("TALARO_BASE_URL", "http://localhost:8000"))
    parser.add_argument("--email", default=env("TALARO_EMAIL", "admin@example.com"))
    parser.add_argument("--password", default=env("TALARO_PASSWORD", "admin123"))
    parser.add_argument("--interview", help="create the link of this interview, not of a new one")
    parser.add_argument("--full", action="store_true", help="a whole interview with the usual errors")
    options = parser.parse_args()
    try:
        (full if options.full else quick)(Client(options.base_url), options)
    except urllib.error.URLError:
        sys.exit(f"Talaro cannot be reached at {options.base_url}. Start it with: npm start")


if __name__ == "__main__":
    main()
