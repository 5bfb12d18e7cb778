"""Dates are read as exactly as they are written, and fall only on days that they can mean."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.checking.messages import check
from bot.answering.reading.dates import days_of, falls_on
from tests.answering.conftest import ask, shown, slots

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

DATES = {
    "3 march of 2026": ["2026-03-03"],
    "in february of 2026": ["2026-02"],
    # a day of a month
    "Feb 27": ["--02-27"],
    "February 27th": ["--02-27"],
    "February the 27th": ["--02-27"],
    "27 February": ["--02-27"],
    "27th of February": ["--02-27"],
    "the 27th of Feb": ["--02-27"],
    "on the 1st of March": ["--03-01"],
    "٢٧ February": ["--02-27"],
    "twenty seven february": ["--02-27"],
    "on february twenty six": ["--02-26"],
    "ten march": ["--03-10"],
    "27 march on Kabul": ["--03-27"],
    "the 27th of march on Kabul": ["--03-27"],
    "500 march on Kabul": [],
    # a day in words
    "on the twenty-seventh of February": ["--02-27"],
    "February the twenty-sixth": ["--02-26"],
    "on Feb twenty-seventh, 2026": ["2026-02-27"],
    "the first of March": ["--03-01"],
    "on the twenty-seventh": ["---27"],
    "in February first Pakistan struck": ["--02"],
    "the second February strike": ["--02"],
    "the thirteenth soldier": [],
    "the twenty-first century": [],
    # a day
    "27 February 2026": ["2026-02-27"],
    "February 27, 2026": ["2026-02-27"],
    "the 27th of February 2026": ["2026-02-27"],
    "27/02/2026": ["2026-02-27"],
    "27-2-2026": ["2026-02-27"],
    "2/27/2026": ["2026-02-27"],
    "2026-02-27": ["2026-02-27"],
    "2026/2/27": ["2026-02-27"],
    "۲۰۲۶-۰۲-۲۷": ["2026-02-27"],
    "27.02.2026": ["2026-02-27"],
    "3 May 2026": ["2026-05-03"],
    "May 27, 2026": ["2026-05-27"],
    "on Feb. 27": ["--02-27"],
    "27/2": ["--02-27"],
    # less
    "in May 2026": ["2026-05"],
    "in February": ["--02"],
    "in February 2026": ["2026-02"],
    "in 2026": ["2026"],
    "on the 27th": ["---27"],
    "Friday": ["weekday-4"],
    "thurs night": ["weekday-3"],
    "last weekend": ["weekend"],
    "yesterday": ["relative"],
    "tomorrow": ["relative"],
    # several
    "26 or 27 February": ["--02-26", "--02-27"],
    "26 and 27 February 2026": ["2026-02-26", "2026-02-27"],
    "26-27 February": ["--02-26", "--02-27"],
    "Feb 26-27": ["--02-26", "--02-27"],
    "Feb 26 and 27": ["--02-26", "--02-27"],
    "26 to 27 February": ["--02-26", "--02-27"],
    "the 26th or 27th": ["---26", "---27"],
    "Feb 26th or 27th": ["--02-26", "---27"],
    "Thursday, 26 February": ["weekday-3", "--02-26"],
    "Thursday or Friday": ["weekday-3", "weekday-4"],
    "soldiers and 27 February": ["--02-27"],
    "26 February and 27 February": ["--02-26", "--02-27"],
    "or 27 February": ["--02-27"],
    # none
    "274 killed": [],
    "27 killed": [],
    "12/13/14": [],
    "13/13/2026": [],
    "45/99/2026": [],
    "may I ask": [],
    "May Pakistan strike again": [],
    "in 3026": [],
    "on the border": [],
    "the 45th": [],
    "February the 3": ["--02"],
    "": [],
}


@pytest.mark.parametrize(
    ("text", "dates"), [("in february ten soldiers died", ["--02"]), ("ten may have died", [])]
)
def test_a_count_beside_a_month_is_no_day(war: Index, text: str, dates: list[str]) -> None:
    assert [value for _, value in slots(war, text, "date")] == dates


@pytest.mark.parametrize(("text", "values"), DATES.items(), ids=[text or "nothing" for text in DATES])
def test_dates(war: Index, text: str, values: list[str]) -> None:
    assert [value for _, value in slots(war, text, "date")] == values


@pytest.mark.parametrize("text", [text for text, values in DATES.items() if values])
def test_a_date_is_no_number(war: Index, text: str) -> None:
    assert slots(war, text, "number") == []


FRIDAY = date(2026, 2, 27)
FALLS = [
    ("2026-02-27", True),
    ("2026-02-26", False),
    ("2025-02-27", False),
    ("2026-02", True),
    ("2026-03", False),
    ("2026", True),
    ("2025", False),
    ("--02-27", True),
    ("--02-26", False),
    ("--02", True),
    ("--03", False),
    ("---27", True),
    ("---26", False),
    ("weekday-4", True),
    ("weekday-3", False),
    ("weekend", False),
    ("relative", False),
]


@pytest.mark.parametrize(("value", "does"), FALLS)
def test_falling_on_a_day(value: str, does: bool) -> None:
    assert falls_on(value, [FRIDAY], frozenset()) is does
    assert falls_on(value, [], frozenset()) is False
    assert falls_on(value, [], frozenset({value})) is True


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_way_to_write_a_day_falls_on_it(day: date) -> None:
    written = [
        day.isoformat(),
        f"{day:%Y-%m}",
        f"{day:%Y}",
        f"--{day:%m-%d}",
        f"--{day:%m}",
        f"---{day:%d}",
        f"weekday-{day.weekday()}",
    ]
    assert all(falls_on(value, [day], frozenset()) for value in written)
    assert not falls_on(day.isoformat(), [day + timedelta(days=1)], frozenset())


def test_the_days_of_a_period() -> None:
    assert days_of(None) == ()
    assert days_of((FRIDAY, FRIDAY)) == (FRIDAY,)
    assert days_of((date(2026, 2, 27), date(2026, 3, 1))) == (FRIDAY, date(2026, 2, 28), date(2026, 3, 1))
    assert len(days_of((date(1990, 1, 1), date(2020, 1, 1)))) < 400


BEFORE_A_DAY = {
    "when were the air strikes b4 the thursday ones": {"weekend-air-strikes"},
    "which strikes came before Thursday": {"weekend-air-strikes"},
    "what happened before Friday": {
        "retaliation-26-february",
        "strikes-thursday-night-mujahid",
        "drone-attacks-mujahid",
    },
    "what happened before Thursday": {"weekend-air-strikes"},
    # an hour of it is later than the day begins
    "in mujahid's telling what came before the thursday night strikes": {"strikes-thursday-night-mujahid"},
}


@pytest.mark.parametrize(("question", "claims"), BEFORE_A_DAY.items(), ids=BEFORE_A_DAY)
def test_what_is_before_a_weekday_is_before_its_day(war: Index, question: str, claims: set[str]) -> None:
    assert shown(ask(war, question)) == claims


def test_a_weekday_that_is_two_days_bounds_nothing(orla: Index, vardholm: Index) -> None:
    for index in (orla, vardholm):
        periods = [claim.happened or claim.day for claim in index.briefing.claims]
        days = {day for period in periods for day in days_of(period)}
        for weekday, day in index.reader.weekdays.items():
            alike = [one.isoformat() for one in days if f"weekday-{one.weekday()}" == weekday]
            assert alike == [day]


@pytest.mark.parametrize("ago", ["a whole year ago already, ", "a year ago, on ", "two years ago, "])
def test_how_long_ago_it_was_hides_no_wrong_year(war: Index, ago: str) -> None:
    checked = check(war, f"{ago}27 february 2025, Pakistan struck Kabul and Kandahar")
    assert (checked.verdict, checked.findings[0].field) == ("distorts", "date")
