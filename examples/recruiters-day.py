#!/usr/bin/env python3
"""A recruiter's day on Talaro: schedule, list, extend, cancel, review, export and erase interviews.

  python3 examples/recruiters-day.py                      on http://localhost:8000 (npm start)
  python3 examples/recruiters-day.py --url https://…      on your deployment
  python3 examples/recruiters-day.py --export FILE --keep saves the export, erases nothing

It makes its own three interviews, plays their candidates, and erases them at the end. The account is
in TALARO_EMAIL and TALARO_PASSWORD. It needs the standard library only.
"""
import argparse
import json
import os
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from datetime import datetime, timedelta, timezone

JOB = {
    "job_title": "Practice nurse",
    "job_description": "You run the asthma clinic, triage calls and train new colleagues. You keep "
    "records that others can rely on, and you say early when a patient is at risk.",
    "ai_interview_type": "behavioral",
    "question_count": 3,
}
CANDIDATES = [("Amara Okafor", "amara@example.com"), ("Bo Lindqvist", "bo@example.com"),
              ("Chidi Eze", "chidi@example.com")]
ANSWER = (
    "On a night shift I saw that two patients had swapped charts. I stopped the round, told the "
    "doctor, and compared every name with its wristband. Nobody got the wrong dose, and we have "
    "checked both at each handover since then."
)


class Refused(Exception):
    """An answer that is not 2xx; its text is the sentence that Talaro sent."""

    def __init__(self, status, answer):
        super().__init__(answer.get("error", f"Talaro answered {status}"))
        self.code = answer.get("code")


class Client:
    """Calls the API. Tries again, a few times, what Talaro says can succeed later."""

    def __init__(self, url):
        self.api = url.rstrip("/") + "/api"
        self.access = None

    def send(self, method, path, body, key):
        headers = {"Accept": "application/json", "Content-Type": "application/json"}
        if self.access:
            headers["Authorization"] = f"Bearer {self.access}"
        if key:
            headers["Idempotency-Key"] = key
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.api + path, data, headers, method=method)
        try:
            with urllib.request.urlopen(request) as response:
                return response.status, json.load(response), None
        except urllib.error.HTTPError as error:
            try:
                answer = json.load(error)
            except ValueError:  # What stands between may answer in another form than JSON.
                answer = {}
            return error.code, answer, error.headers.get("Retry-After")

    def call(self, method, path, body=None, key=None):
        for attempt in range(1, 6):
            status, answer, wait = self.send(method, path, body, key)
            if status < 300:
                return answer
            if wait is None or attempt == 5:
                raise Refused(status, answer)
            time.sleep(min(int(wait), 60))

    def read(self, interview_id):
        return self.call("GET", f"/interviews/{interview_id}/")


def in_minutes(minutes):
    moment = datetime.now(timezone.utc) + timedelta(minutes=minutes)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def schedule(talaro):
    """Three candidates of one job in one request. The same key makes nothing twice."""
    rows = [{**JOB, "candidate_name": name, "candidate_email": email, "starts_at": in_minutes(-1)}
            for name, email in CANDIDATES]
    body, key = {"interviews": rows, "generate_links": True}, str(uuid.uuid4())
    for _ in range(20):
        results = talaro.call("POST", "/interviews/batch/", body, key)["results"]
        # There was no time for these: the same request under the same key makes just them.
        waits = [row.get("error", {}).get("retry_after", 0) for row in results]
        if not any(waits):
            break
        time.sleep(max(waits))
    for row in results:
        if "error" in row:
            raise SystemExit(f"{rows[row['index']]['candidate_name']}: {row['error']['error']}")
    print(f"Scheduled {len(results)} interviews; the links are ready to be sent:")
    for row in results:
        print(f"  {row['link']['candidate_name']}: {row['link']['public_interview_url']}")
    return [row["link"] for row in results]


def pages(talaro, path, **query):
    """The items of a list, page after page. A page can be empty and still have a next one."""
    cursor = {}
    while cursor is not None:
        asked = urllib.parse.urlencode({**query, **cursor})
        page = talaro.call("GET", f"{path}?{asked}")
        yield from page["items"]
        cursor = {"cursor": page["next_cursor"]} if page["next_cursor"] else None


def look_through(talaro, ids):
    """What the list shows may be a second old."""
    kit_id = talaro.read(ids[0])["kit_id"]
    for _ in range(10):
        found = {item["interview_id"]: item
                 for item in pages(talaro, "/interviews/", kit_id=kit_id, limit=100)}
        if all(one in found for one in ids):
            break
        time.sleep(1)
    print(f"The list of this kit has {len(found)} interviews, among them:")
    for one in (found[one] for one in ids):
        print(f"  {one['candidate_name']}: {one['status']}, {one['answered_questions']} answered")


def change(talaro, interview_id, changes):
    """Changes only what was read: whoever was faster is not overwritten."""
    while True:
        read = talaro.read(interview_id)
        body = {**changes, "if_updated_at": read["updated_at"]}
        try:
            return talaro.call("PATCH", f"/interviews/{interview_id}/", body)
        except Refused as refused:
            if refused.code != "update_conflict":
                raise


def extend(talaro, link):
    """A candidate asks for more time, and gets two hours more with the same link."""
    talaro.call("POST", "/ai-interview/public/accommodation/",
                {"link_token": link["link_token"], "kind": "more_time",
                 "message": "I read with a screen reader."})
    interview_id = link["interview_id"]
    change(talaro, interview_id, {"ends_at": in_minutes(180)})
    read = talaro.read(interview_id)
    request = read["accommodations"][-1]["accommodation_id"]
    talaro.call("PATCH", f"/interviews/{interview_id}/accommodations/{request}/",
                {"handled": True, "note": "Two hours more"})
    print(f"{link['candidate_name']} has more time: the link is open until "
          f"{read['link']['expires_at']}")


def cancel(talaro, link):
    talaro.call("POST", f"/interviews/{link['interview_id']}/cancel/",
                {"reason": "The candidate has taken another job"})
    try:
        talaro.call("POST", "/ai-interview/public/start/",
                    {"interview_id": link["interview_id"], "link_token": link["link_token"]})
    except Refused as refused:
        print(f"{link['candidate_name']} is told: {refused} ({refused.code})")


def play_candidate(talaro, link):
    """What the candidate's page does: accept the notice, start, answer, complete."""
    token = {"link_token": link["link_token"]}
    page = talaro.call("POST", "/ai-interview/public/open/", token)
    session = talaro.call("POST", "/ai-interview/public/start/",
                          {**token, "interview_id": link["interview_id"],
                           "notice_version": page["notice"]["version"]})
    ids = {**token, "session_id": session["session_id"]}
    question = session["current_question_id"]
    while question:
        question = talaro.call("POST", "/ai-interview/public/submit-response/",
                               {**ids, "question_id": question, "response_text": ANSWER}
                               )["next_question_id"]
    talaro.call("POST", "/ai-interview/public/complete/", ids)
    for _ in range(120):
        read = talaro.read(link["interview_id"])
        if read["evaluation"]:
            break
        time.sleep(1)
    print(f"{link['candidate_name']} has completed: score {read['evaluation']['score']}, "
          f"{read['evaluation']['recommendation']}")


def review(talaro, link):
    made = talaro.call("POST", f"/interviews/{link['interview_id']}/review/",
                       {"decision": "advance", "reason": "Noticed a risk early and acted on it"},
                       key=str(uuid.uuid4()))
    print(f"Decided: {made['decision']}, because: {made['reason']}")


def export(talaro, link, file):
    document = talaro.call("GET", f"/interviews/{link['interview_id']}/export/")
    events = [event["event"] for event in
              pages(talaro, f"/interviews/{link['interview_id']}/audit/", limit=100)]
    print(f"Exported {len(document['responses'])} answers, {len(document['evaluations'])} "
          f"evaluation, {len(document['reviews'])} review; {len(events)} events, the last of them "
          f"{events[-1]}")
    if file:
        with open(file, "w", encoding="utf-8") as out:
            json.dump(document, out, ensure_ascii=False, indent=2)


def erase(talaro, links):
    try:
        for link in links:
            talaro.call("DELETE", f"/interviews/{link['interview_id']}/?reason=mistake")
    except Refused as refused:
        print(f"Not erased: {refused} ({refused.code})")
        return
    try:
        talaro.read(links[0]["interview_id"])
    except Refused as refused:
        print(f"Erased {len(links)} interviews; whoever asks for one is told: {refused}")


def day(talaro, options):
    account = {"email": os.environ.get("TALARO_EMAIL", "admin@example.com"),
               "password": os.environ.get("TALARO_PASSWORD", "admin123")}
    talaro.access = talaro.call("POST", "/auth/login/", account)["access"]
    links = amara, bo, chidi = schedule(talaro)
    extend(talaro, bo)
    cancel(talaro, chidi)
    play_candidate(talaro, amara)
    look_through(talaro, [link["interview_id"] for link in links])
    review(talaro, amara)
    export(talaro, amara, options.export)
    if not options.keep:
        erase(talaro, links)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0],
        epilog="The account is that of an admin, in TALARO_EMAIL and TALARO_PASSWORD "
        "(admin@example.com, admin123).")
    parser.add_argument("--url", "--base-url", help="where Talaro runs (TALARO_BASE_URL)",
                        default=os.environ.get("TALARO_BASE_URL", "http://localhost:8000"))
    parser.add_argument("--export", metavar="FILE", help="where to save the export")
    parser.add_argument("--keep", action="store_true", help="do not erase the interviews")
    options = parser.parse_args()
    try:
        day(Client(options.url), options)
    except Refused as refused:
        sys.exit(f"Talaro refused: {refused} ({refused.code})")
    except urllib.error.URLError:
        sys.exit(f"Talaro cannot be reached at {options.url}. Start it with: npm start")


if __name__ == "__main__":
    main()
