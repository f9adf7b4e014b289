"""What promtool does not see: whether names in telemetry/ exist, and whether each alert is tested and explained."""
import argparse
import json
import pathlib
import re
import sys
import urllib.error
import urllib.parse
import urllib.request

FOLDER = pathlib.Path(__file__).parents[2] / "telemetry"
TITLES = {
    "metrics": "Metrics that are used are listed, and RabbitMQ's exist",
    "alerts": "Every alert has a test, a section of the runbook and a severity",
    "dashboards": "Dashboards are read and asked by Prometheus",
    "services": "Services send what is listed",
}
# Sent from the first time on that something goes wrong.
SOMETIMES = {"labelplatform_degraded_total", "labelplatform_training_evictions_total"}
KEYWORDS = {"and", "or", "unless", "by", "without", "on", "ignoring", "group_left", "group_right", "offset", "bool", "inf", "nan"}


def metrics_of(expression):
    """Names of the metrics in an expression: what is left without strings, selectors, lists of labels, functions and ranges."""
    text = re.sub(r'"(\\.|[^"\\])*"', '""', expression)
    text = re.sub(r"\{[^}]*\}|\[[^\]]*\]", " ", text)
    text = re.sub(r"\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)", " ", text)
    text = re.sub(r"\boffset\s+\w+", " ", text)
    names = re.findall(r"(?<![\w.:])([a-zA-Z_][\w:]*)\b(?!\s*\()", text)
    return {name for name in names if name not in KEYWORDS and ":" not in name}


def family_of(name):
    return re.sub(r"_(bucket|sum|count)$", "", name)


def rules(path):
    groups = json.loads(pathlib.Path(path).read_text())["data"]["groups"]
    return [rule for group in groups for rule in group["rules"]]


def boards():
    return {path.name: json.loads(path.read_text()) for path in sorted((FOLDER / "grafana/dashboards").glob("*.json"))}


def panels(board):
    return [panel for panel in board["panels"] if panel["type"] != "row"]


def listed():
    return {line for line in (FOLDER / "metrics.txt").read_text().splitlines() if line and not line.startswith("#")}


def check_metrics(args):
    uses = [(f"rule {rule['name']}", rule["query"]) for rule in rules(args.rules)]
    uses += [(f"{name}, {panel['title']}", target["expr"]) for name, board in boards().items() for panel in panels(board) for target in panel["targets"]]
    known, used = listed(), set()
    for where, expression in uses:
        for name in metrics_of(expression):
            # dotnet_process_cpu_count is no histogram.
            family = name if name in known else family_of(name)
            used.add(family)
            if family not in known:
                yield f"{where}: {name} is not in metrics.txt"
    for name in known - used:
        yield f"metrics.txt: nothing uses {name}"
    broker = set(re.findall(r"^# TYPE (\w+)", pathlib.Path(args.rabbitmq).read_text(), re.M))
    for name in known:
        if name.startswith("rabbitmq_") and name not in broker:
            yield f"metrics.txt: RabbitMQ has no {name}"
    readme = (FOLDER / "README.md").read_text()
    for name in known:
        if name.startswith("labelplatform_") and f"`{name}`" not in readme:
            yield f"README.md: {name} is not explained"


def check_alerts(args):
    tests, readme = (FOLDER / "alerts.test.yaml").read_text(), (FOLDER / "README.md").read_text()
    alerts = [rule for rule in rules(args.rules) if rule["type"] == "alerting"]
    for rule in alerts:
        name, annotations = rule["name"], rule["annotations"]
        if f'alertname="{name}", alertstate="firing"' not in tests:
            yield f"{name} has no test in which it fires"
        if rule["labels"].get("severity") not in ("critical", "warning"):
            yield f"{name} has no severity"
        for annotation in ("summary", "description", "runbook"):
            if not annotations.get(annotation):
                yield f"{name} has no {annotation}"
        anchor = annotations.get("runbook", "").removeprefix("telemetry/README.md#")
        if anchor not in (heading.lower() for heading in re.findall(r"^### (\w+)$", readme, re.M)):
            yield f"{name}: README.md has no section #{anchor}"
    if not alerts:
        yield "there are no alerts"


def check_dashboards(args):
    seen = set()
    for name, board in boards().items():
        if board["uid"] in seen or not board["uid"].startswith("labelplatform-"):
            yield f"{name}: its uid is {board['uid']}"
        seen.add(board["uid"])
        variables = {variable["name"] for variable in board["templating"]["list"]}
        ids = [panel["id"] for panel in board["panels"]]
        if len(ids) != len(set(ids)):
            yield f"{name}: panels share an id"
        for panel in panels(board):
            where = f"{name}, {panel['title']}"
            if not panel["fieldConfig"]["defaults"].get("unit"):
                yield f"{where}: no unit"
            for target in panel["targets"]:
                for variable in set(re.findall(r"\$(\w+)", target["expr"])) - variables - {"__rate_interval"}:
                    yield f"{where}: there is no variable {variable}"
                expression = re.sub(r"\$(?!__)\w+", ".*", target["expr"].replace("$__rate_interval", "1m"))
                if problem := ask(args.prometheus, expression):
                    yield f"{where}: {problem}"


def check_services(args):
    sent = set(re.findall(r"^# TYPE (\w+)", pathlib.Path(args.scraped).read_text(), re.M))
    for name in sorted(listed() - SOMETIMES):
        if name.startswith(("labelplatform_", "dotnet_", "http_")) and name not in sent:
            yield f"metrics.txt: no service sent {name}"
    for name in sorted(sent):
        if name.startswith("labelplatform_") and not name.startswith("labelplatform_model_server_") and name not in listed():
            yield f"metrics.txt: {name} is sent and not listed"


def ask(prometheus, expression):
    body = urllib.parse.urlencode({"query": expression}).encode()
    try:
        with urllib.request.urlopen(f"{prometheus}/api/v1/query", body) as answer:
            answer.read()
    except urllib.error.HTTPError as error:
        return json.load(error)["error"]
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=TITLES)
    parser.add_argument("--title", action="store_true", help="only say what is checked")
    parser.add_argument("--rules", help="file: Prometheus's answer to /api/v1/rules")
    parser.add_argument("--rabbitmq", help="file: what RabbitMQ was scraped for")
    parser.add_argument("--prometheus", help="its address")
    parser.add_argument("--scraped", help="file: what the collector was scraped for, after texts were labelled and a model was trained")
    args = parser.parse_args()
    if args.title:
        print(TITLES[args.what])
        return
    check = {"metrics": check_metrics, "alerts": check_alerts, "dashboards": check_dashboards, "services": check_services}[args.what]
    problems = list(check(args))
    print("\n".join(problems))
    sys.exit(1 if problems else 0)


main()
