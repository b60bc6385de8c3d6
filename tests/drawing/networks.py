"""Transit networks for tests: drawn by hand in a line, and generated ones of any size."""

from __future__ import annotations

from random import Random

from stackaudit.model.transit import NEIGHBOURHOODS, MapLine, Station, Track, TransitNetwork

_PRODUCTS = (
    "Salesforce Sales Cloud|HubSpot Marketing Hub|Google Analytics 4|Shopify|Klaviyo|Mailchimp|Hootsuite|"
    "Canva|Figma|Bynder|Akeneo|SAP S/4HANA|Microsoft Dynamics 365|Zendesk|Intercom|Segment|Snowflake|Looker|"
    "Power BI|Google Ads|Meta Ads Manager|LinkedIn Campaign Manager|The Trade Desk|Adobe Experience Manager|"
    "Contentful|Typeform|SurveyMonkey|Eventbrite|Zapier|Workato|Stripe|Adyen|Klarna|Okta|Microsoft 365|Slack|"
    "Optimizely|Hotjar|Cookiebot|Google Tag Manager|Semrush|Ahrefs|Brandwatch|Sprout Social|Yotpo|Trustpilot|"
    "Aircall|Gong|Outreach|DocuSign|NetSuite|Xero|Jira|Confluence|GitHub|Datadog|AppsFlyer|Braze|OneSignal|"
    "Airship|Vimeo|YouTube Studio|Spotify Ad Studio|Customer data warehouse|Loyalty engine|"
    "Price list under the desk|Internal bookkeeping interface|Store tills|Warehouse management|"
    "Returns portal"
).split("|")


_LINES = (
    "Lead to order|Advertising|Content|Analytics|Commerce|Social|Service|Customer data|Mobile|Finance|Sign-on|Events"
).split("|")


def network(*lines: str, hub: str = "", **stations: str) -> TransitNetwork:
    """A network of lines drawn as `A: web - crm - erp`, where `-` may be a state, as in `web =by hand= crm`.

    Stations are in the neighbourhood `web-ops` and open, unless stated as `crm="sales closed"`.
    """
    tracks = [track for line in lines for track in _tracks(line)]
    stops = {end: None for track in tracks for end in (track.start, track.end)} | dict.fromkeys(stations)
    made = {}
    for stop in stops:
        neighbourhood, _, state = stations.get(stop, "web-ops open").partition(" ")
        on = tuple(dict.fromkeys(track.line for track in tracks if stop in (track.start, track.end)))
        made[stop] = Station(stop, stop.replace("_", " ").title(), neighbourhood, state or "open", on)
    badges = [line.partition(":")[0] for line in lines]
    return TransitNetwork(
        title="A small town",
        lines=tuple(MapLine(badge.lower(), badge, f"Line {badge}", "") for badge in badges),
        stations=made,
        tracks=tuple(tracks),
        hub=hub,
        elsewhere=(),
        notices=(),
    )


def _tracks(line: str) -> list[Track]:
    badge, _, way = line.partition(":")
    words = way.replace(" - ", " =open= ").split("=")
    stops = [word.strip() for word in words[::2]]
    pairs = zip(stops, stops[1:], words[1::2], strict=False)
    return [Track(badge.lower(), start, end, state) for start, end, state in pairs]


def generated(size: int, seed: int) -> TransitNetwork:
    """A network of so many stations with about four links to every three: the same for the same seed."""
    dice = Random(seed)  # noqa: S311 - towns, not secrets
    stations = [f"s{number:03}" for number in range(size)]
    parts = list(NEIGHBOURHOODS)
    weights = [3, 3, 1, 5, 1, 2, 4, 3, 2, 3, 2, 2]
    part = dict(zip(stations, dice.choices(parts, weights, k=size), strict=True))
    hub = next((each for each in stations if part[each] == "sales"), stations[0])
    ways = _ways(stations, part, hub, dice)
    return TransitNetwork(
        title=f"Generated town {seed}",
        lines=tuple(_line(number) for number in range(len(ways))),
        stations={each: _station(each, number, part[each], ways, dice) for number, each in enumerate(stations)},
        tracks=tuple(
            Track(f"line-{number}", *pair, dice.choices(["open", "by hand", "late", "missing"], [8, 1, 1, 1])[0])
            for number, way in enumerate(ways)
            for pair in way
        ),
        hub=hub,
        elsewhere=(("it", ("Password vault", "Backup")),),
        notices=("The customer's master record is stated twice.",),
    )


def _ways(stations: list[str], part: dict[str, str], hub: str, dice: Random) -> list[list[tuple[str, str]]]:
    """For each line the pairs of stations that it links: a tree that begins with a path through neighbourhoods."""
    count = max(2, min(12, len(stations) // 5))
    left = [each for each in stations if each != hub]
    dice.shuffle(left)
    left.sort(key=lambda each: part[each])
    ways = []
    for number in range(count):
        own = left[number * len(left) // count : (number + 1) * len(left) // count]
        shared = dice.sample(stations, min(len(stations), 1 + len(own) // 3))
        stops = list(dict.fromkeys([*own[: len(own) // 2], *([hub] if dice.random() < 0.6 else []), *own, *shared]))
        way = []
        for position in range(1, len(stops)):
            start = stops[position - 1] if dice.random() < 0.75 else stops[dice.randrange(position)]
            way.append((start, stops[position]))
        ways.append(way)
    return ways


def _line(number: int) -> MapLine:
    return MapLine(f"line-{number}", "ABCDEFGHIJKL"[number], _LINES[number], "")


def _station(station: str, number: int, part: str, ways: list[list[tuple[str, str]]], dice: Random) -> Station:
    on = tuple(f"line-{number}" for number, way in enumerate(ways) if any(station in pair for pair in way))
    state = dice.choices(["open", "planned", "closing", "closed"], [12, 1, 1, 1])[0]
    lap = "" if number < len(_PRODUCTS) else f" {number // len(_PRODUCTS) + 1}"
    return Station(station, _PRODUCTS[number % len(_PRODUCTS)] + lap, part, state, on)
