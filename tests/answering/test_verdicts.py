"""What a message asserts, held against the briefing: the same, otherwise, one side's, or nothing on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.checking.messages import check
from bot.answering.showing.imprint import Imprint
from tests.answering.held import NOTHING, Held, one_sided, other, same, unattributed

if TYPE_CHECKING:
    from bot.answering.claims.index import Index

CHAUDHARY, MUJAHID, ASIF = "Lt Gen Ahmed Sharif Chaudhary", "Zabihullah Mujahid", "Khawaja Asif"

WAR = {
    # how exact a number is
    "Pakistan says exactly 274 Afghan soldiers and fighters were killed.": other(
        "figure", "afghan-losses-chaudhary", "at least 274"
    ),
    "Only 274 were killed according to Pakistan.": other("figure", "afghan-losses-chaudhary"),
    "Exactly 400 were wounded according to Chaudhary.": other("figure", "afghan-losses-chaudhary"),
    "Pakistan says only 12 of its soldiers were killed.": same("pakistani-losses-chaudhary"),
    "Mujahid said exactly 55 Pakistani soldiers were killed.": same("pakistani-losses-mujahid"),
    "Chaudhary said 274 exactly were killed.": other("figure", "afghan-losses-chaudhary"),
    "Chaudhary said only that 274 Afghan soldiers were killed.": same("afghan-losses-chaudhary"),
    "Pakistan struck everywhere in Kabul.": NOTHING,
    # whom the source does not call so was not counted by that name, whoever scorns or honours them
    "Chaudhary said 274 Taliban rats were killed.": other("victim", "afghan-losses-chaudhary"),
    "Mujahid said 55 Pakistani dogs were killed.": other("victim", "pakistani-losses-mujahid"),
    "Pakistan killed 274 terrorists, says Chaudhary.": other("victim", "afghan-losses-chaudhary"),
    "Afghanistan killed 55 terrorists, says Mujahid.": other("victim", "pakistani-losses-mujahid"),
    "Chaudhary said 274 Afghan martyrs fell.": other("victim", "afghan-losses-chaudhary"),
    "Mujahid said 55 Pakistani martyrs fell.": other("victim", "pakistani-losses-mujahid"),
    "Chaudhary said 274 Afghan clowns were killed.": other("victim", "afghan-losses-chaudhary"),
    "Mujahid said 55 Pakistani clowns were killed.": other("victim", "pakistani-losses-mujahid"),
    "Mujahid said the puppet Pakistani army lost 55 slaves.": other("victim", "pakistani-losses-mujahid"),
    "Chaudhary said the puppet Afghan army lost 274 slaves.": other("victim", "afghan-losses-chaudhary"),
    "Mujahid said 55 dead Pakistani terrorists.": other("victim", "pakistani-losses-mujahid"),
    "Chaudhary said our valiant army sent 274 khawarij to hell.": other("victim", "afghan-losses-chaudhary"),
    "Chaudhary said 274 Indian soldiers were killed.": other("victim", "afghan-losses-chaudhary"),
    "Mujahid said 55 Indian soldiers were killed.": other("victim", "pakistani-losses-mujahid"),
    "Chaudhary said 274 Afghan troops were killed.": same("afghan-losses-chaudhary"),
    "Mujahid said 55 Pakistani servicemen were killed.": same("pakistani-losses-mujahid"),
    "Mujahid said 55 Pakistani personnel were killed.": same("pakistani-losses-mujahid"),
    "Chaudhary said 274 Afghan men were killed.": same("afghan-losses-chaudhary"),
    "Chaudhary said 274 Afghan fighters were killed.": same("afghan-losses-chaudhary"),
    "Those rats lie: Mujahid said 55 Pakistani soldiers were killed.": same("pakistani-losses-mujahid"),
    "You dogs, Chaudhary said 274 Afghan soldiers were killed.": same("afghan-losses-chaudhary"),
    "Mujahid said 55 Pakistani soldiers were killed, you terrorists.": same("pakistani-losses-mujahid"),
    # who did it may stand behind where it was
    "19 civilians were killed in Khost and Paktika by Pakistan.": unattributed(
        "civilian-losses-government", "Afghanistan’s government"
    ),
    "According to Afghanistan's government, 19 civilians were killed in Khost and Paktika by Pakistan.": same(
        "civilian-losses-government"
    ),
    "13 Afghan civilians were wounded in the strikes by Pakistan, says Mujahid.": same(
        "afghan-losses-mujahid"
    ),
    # another country as the other party, and what only the other side is told to have hit
    "Mujahid is ready to negotiate with India.": other("direction", "ready-to-negotiate-mujahid", "Pakistan"),
    "Taliban leaders are willing to negotiate with Iran.": other(
        "direction", "willing-to-negotiate-leaders", "Pakistan"
    ),
    "Pakistan carried out air strikes inside India last weekend.": other(
        "direction", "weekend-air-strikes", "Afghanistan"
    ),
    "Afghanistan retaliated against India on February 26.": other(
        "direction", "retaliation-26-february", "Pakistan"
    ),
    "Asif declared open war on India.": other("direction", "open-war-asif", "Taliban government"),
    "Pakistan struck India.": other("direction", "strikes-thursday-night-mujahid", "Afghanistan"),
    "Afghanistan struck India.": other("direction", "retaliation-26-february", "Pakistan"),
    "Mujahid is ready to negotiate with Pakistan.": same("ready-to-negotiate-mujahid"),
    "Afghanistan bombed several major cities.": other("direction", "weekend-air-strikes", "Pakistan"),
    "Afghanistan attacked cities in Pakistan.": other("direction", "weekend-air-strikes", "Pakistan"),
    "Pakistan bombed several major cities.": same("strikes-27-february"),
    "Pakistan attacked cities in Afghanistan.": same("strikes-27-february"),
    "Afghanistan attacked several areas along the border.": same("retaliation-26-february"),
    # "many" is no size, and no size is a number
    "Mujahid said dozens of Pakistani soldiers were captured.": other("figure", "pakistani-losses-mujahid"),
    "Mujahid said numerous Pakistani soldiers were captured.": same("pakistani-losses-mujahid"),
    "Both sides reported dozens of casualties.": other("figure", "heavy-casualties-both"),
    "Chaudhary said hundreds of Afghan soldiers were killed.": other("figure", "afghan-losses-chaudhary"),
    "Mujahid said hundreds of Pakistani soldiers were killed.": other("figure", "pakistani-losses-mujahid"),
    # who lost and who killed in one breath
    "Pakistan's army claims it killed 274 Taliban and lost 12 soldiers.": same("afghan-losses-chaudhary"),
    "The Taliban claim they killed 55 Pakistani soldiers and lost 13.": same("pakistani-losses-mujahid"),
    "Mujahid says they lost 13 soldiers and killed 55.": same("afghan-losses-mujahid"),
    "Mujahid says Pakistan lost 55 soldiers and Afghanistan lost 13.": same("pakistani-losses-mujahid"),
    "Pakistan lost 12 soldiers and killed 274 according to Chaudhary.": same("pakistani-losses-chaudhary"),
    "Mujahid says they lost 55 soldiers and killed 13.": other("victim", "pakistani-losses-mujahid"),
    "Pakistan says it lost 274 and killed 12.": other("victim", "afghan-losses-chaudhary"),
    "Mujahid says Pakistan lost 55 and killed 13.": same("afghan-losses-mujahid"),
    "Chaudhary says Afghanistan lost 274 and killed 12.": same("pakistani-losses-chaudhary"),
    "According to Mujahid, Pakistan killed 13 and lost 55.": same("pakistani-losses-mujahid"),
    "According to Chaudhary, Afghanistan killed 12 and lost 274.": same("afghan-losses-chaudhary"),
    # whose account is rejected gives no number, and a sum of grief counts nobody
    "Mujahid rejects Pakistan's account and says 55 Pakistani soldiers were killed.": same(
        "pakistani-losses-mujahid"
    ),
    "At least 274 killed, Chaudhary says. I don't care who's right, that's a lot of dead sons.": same(
        "afghan-losses-chaudhary"
    ),
    "At least 274 killed, Chaudhary says. It's a lot of dead sons.": same("afghan-losses-chaudhary"),
    "That's many Pakistani soldiers captured, Mujahid says.": same("pakistani-losses-mujahid"),
    # what is said no longer, or never was
    "Afghanistan never said it was sheltering the Pakistani Taliban.": same("sheltering-denied"),
    "Mujahid never said it was an open war.": NOTHING,
    "Chaudhary never said the Taliban were ready to negotiate.": NOTHING,
    "Afghanistan no longer disputes Pakistan's accusation about the Pakistani Taliban.": other(
        "direction", "sheltering-denied"
    ),
    "Pakistan no longer says Afghanistan shelters militants.": other("direction", "sheltering-alleged"),
    "Mujahid never said they were ready to negotiate.": other("direction", "ready-to-negotiate-mujahid"),
    "Asif did not announce open war.": other("direction", "open-war-asif"),
    "The Taliban leaders are no longer willing to negotiate.": other(
        "direction", "willing-to-negotiate-leaders"
    ),
    # what somebody asks for, and what was not all, says nothing that differs
    "Mujahid claims 55 Pakistani soldiers killed. Please post both or neither.": same(
        "pakistani-losses-mujahid"
    ),
    "Kabul and Kandahar weren't the only ones, other cities were struck as well on February 27.": same(
        "strikes-27-february"
    ),
    "Please note that Pakistan struck Kabul on 24 February.": other("date", "strikes-27-february"),
    "Only the Afghans have reported heavy casualties.": other("claimant", "heavy-casualties-both"),
    "Afghanistan carried out air strikes inside Pakistan.": other("direction", "weekend-air-strikes"),
    "The violence began after Afghanistan carried out air strikes inside Pakistan.": other(
        "direction", "weekend-air-strikes"
    ),
    "Mujahid did not reject Pakistan's claims.": other("direction", "rejects-mujahid"),
    "Pakistan did not accuse Afghanistan of sheltering militants.": other("direction", "sheltering-alleged"),
    "Afghanistan does not deny sheltering militants.": other("direction", "sheltering-denied"),
    "Al Jazeera says only the Taliban figures are unverified.": other("claimant", "not-verified-al-jazeera"),
    "Al Jazeera says only the Pakistani figures are unverified.": other(
        "claimant", "not-verified-al-jazeera"
    ),
    "Pakistan struck Kabul, but not Kandahar.": other("place", "strikes-27-february"),
    "Pakistan struck Kandahar, Afghanistan's capital Kabul and other cities on February 27, 2026.": same(
        "strikes-27-february"
    ),
    "Please, Pakistan killed 500 civilians in Khost.": other("figure", "civilian-losses-government"),
    "Only Pakistan reported heavy casualties.": other("claimant", "heavy-casualties-both"),
    "Pakistan bombed Kandahar, Afghanistan's capital, on February 27.": other(
        "place", "capital-kabul", "Kabul"
    ),
    "Pakistani air strikes last weekend triggered the Afghan attacks along the border.": same(
        "weekend-air-strikes"
    ),
    "Going by Mujahid, Khost and Paktika were Friday's targets. On Thursday night it was Kabul.": same(
        "strikes-thursday-night-mujahid"
    ),
    # what a conjunction joins and says nothing of it, and who is believed
    "Afghanistan shelters Pakistani Taliban militants and then acts surprised.": one_sided(
        "sheltering-alleged", "Pakistan"
    ),
    "55 Pakistani troops killed and 23 bodies in the hands of Afghan forces.": one_sided(
        "pakistani-losses-mujahid", MUJAHID
    ),
    "23 bodies of Afghan troops in the hands of Pakistani forces.": other(
        "victim", "pakistani-losses-mujahid"
    ),
    "55 Pakistani troops killed and 23 bodies held, if Mujahid is to be believed.": same(
        "pakistani-losses-mujahid"
    ),
    "55 Pakistani troops killed and 23 bodies held, if Chaudhary is to be believed.": other(
        "claimant", "pakistani-losses-mujahid"
    ),
    "Al Jazeera has verified Mujahid's numbers but not Pakistan's.": other(
        "direction", "not-verified-al-jazeera"
    ),
    "Al Jazeera has verified Pakistan's numbers but not Mujahid's.": other(
        "direction", "not-verified-al-jazeera"
    ),
    "Al Jazeera could not verify Pakistan's numbers, nor Mujahid's.": same("not-verified-al-jazeera"),
    # each clause by its own doer, places and days
    "Pakistan hit Kabul on 27 February 2026, and there was still fighting along the border.": same(
        "border-fighting"
    ),
    "Fighting continued along the border while Pakistan was hitting the cities.": same("border-fighting"),
    "Afghanistan hit Kabul on 27 February 2026, and there was still fighting along the border.": other(
        "direction", "strikes-27-february"
    ),
    "Pakistan hit Herat on 27 February 2026, and there was still fighting along the border.": other(
        "place", "strikes-27-february"
    ),
    "The border was calm while Pakistan struck Kabul.": other("direction", "border-fighting"),
    "Timeline: Pakistani air strikes over the weekend, Afghan retaliation along the border on Feb 26, "
    "Kabul and Kandahar struck on Feb 27.": same("retaliation-26-february"),
    "Timeline: Pakistani air strikes over the weekend, Afghan retaliation along the border on Feb 24, "
    "Kabul and Kandahar struck on Feb 27.": other("date", "retaliation-26-february"),
    "Timeline: Afghan air strikes over the weekend, Pakistani retaliation along the border on Feb 26.": other(
        "direction", "retaliation-26-february"
    ),
    "Kandahar is where the Taliban leadership is based, and Pakistan struck it too.": same(
        "leadership-in-kandahar"
    ),
    "Paktia is where the Taliban leadership is based, and Pakistan struck it too.": other(
        "place", "leadership-in-kandahar"
    ),
    "Pakistan struck Kabul, where the Taliban leadership is based, and Kandahar.": other(
        "place", "leadership-in-kandahar"
    ),
    "Kandahar, which is where the Taliban leadership is based, was struck along with Kabul.": same(
        "strikes-27-february"
    ),
    "Kandahar is Afghanistan's capital, and Pakistan struck it on February 27.": other(
        "place", "capital-kabul"
    ),
    "Per Mujahid, the strikes came after Afghanistan launched drone attacks on military bases in Pakistan's "
    "north-west.": same("drone-attacks-mujahid"),
    "Per Mujahid, the strikes came after Pakistan launched drone attacks on military bases in "
    "Afghanistan.": other("direction", "drone-attacks-mujahid"),
    "It was Pakistan that hit Kabul, not the other way round.": same("strikes-27-february"),
    "It was Afghanistan that hit Kabul, not the other way round.": other("direction", "strikes-27-february"),
    "Pakistani troops struck Kabul.": same("strikes-27-february"),
    "Afghan troops struck Kabul.": other("direction", "strikes-27-february"),
    # what stands around the claimant's words, and what the publisher says too
    "Tensions had been mounting for months before Islamabad's defence minister declared an open war.": same(
        "willing-to-negotiate-leaders"
    ),
    "Taliban leaders said they were willing to negotiate after Pakistan bombed several cities.": same(
        "willing-to-negotiate-leaders"
    ),
    "Pakistani leaders said they were willing to negotiate after Afghanistan bombed several cities.": other(
        "claimant", "willing-to-negotiate-leaders"
    ),
    # who speaks in one clause speaks in the next, or in the sentence after
    "Mujahid: Pakistani strikes hit Kabul, Kandahar and Paktia on Thursday night, then Paktia, Paktika, "
    "Khost and Laghman on Friday.": same("strikes-friday-mujahid"),
    "Mujahid said Afghanistan launched drone attacks on military bases, and that strikes hit Paktia that "
    "Thursday night.": same("strikes-thursday-night-mujahid"),
    "Chaudhary said Afghanistan launched drone attacks on military bases, and that strikes hit Paktia that "
    "Thursday night.": other("claimant", "drone-attacks-mujahid"),
    "Nobody has checked these casualty numbers independently. Al Jazeera says it couldn't.": same(
        "not-verified-al-jazeera"
    ),
    "Strikes hit Paktia on Thursday night.": unattributed("strikes-thursday-night-mujahid", MUJAHID),
    # an order that nobody gave
    "According to Mujahid, Khost and Laghman were hit first and Kabul only later.": other(
        "order", "strikes-friday-mujahid"
    ),
    "According to Mujahid, Kabul and Kandahar were hit first, Khost and Laghman later.": same(
        "strikes-friday-mujahid"
    ),
    "Mujahid says Laghman was struck before Kabul.": other("order", "strikes-friday-mujahid"),
    "Mujahid says Kabul was struck before Laghman.": same("strikes-friday-mujahid"),
    # that it was all
    "Pakistan only hit Kabul on February 27, no other city was touched.": other(
        "place", "strikes-27-february", "Kabul, Kandahar"
    ),
    "Kandahar was the only city that Pakistan struck on February 27.": other("place", "strikes-27-february"),
    "On February 27 Pakistan hit Kabul, just Kabul.": other("place", "strikes-27-february"),
    "Mujahid said only Laghman was targeted on Friday.": other("place", "strikes-friday-mujahid"),
    "Pakistan struck not only Kabul but also Kandahar on February 27.": same("strikes-27-february"),
    "Not just Kabul: Pakistan struck Kandahar too.": same("strikes-27-february"),
    "Pakistan just struck Kabul.": same("strikes-27-february"),
    # another matter, with a side, a place or a day in common
    "The Pakistani rupee dropped 8% today.": NOTHING,
    "The Pakistani rupee and the Afghani both fell on Thursday.": NOTHING,
    "The Pakistani Taliban claimed responsibility for a bombing in Rawalpindi this morning.": NOTHING,
    "The Pakistani Taliban attacked a police station in Quetta on Thursday.": NOTHING,
    "Somebody attacked a bank in Islamabad on Friday, no idea who.": NOTHING,
    "Kabul had no electricity on Friday.": NOTHING,
    "Two of my cousins live in Kandahar and they haven't slept since Thursday.": NOTHING,
    "India will build a dam on the Kabul river.": NOTHING,
    "Thousands protested in Karachi on Friday against the war.": NOTHING,
    "Thousands protested in Kunar on Friday against the war.": NOTHING,
    "The Pakistani Taliban struck Kabul on February 27.": other("direction", "strikes-27-february"),
    "Both governments insist they've barely lost anyone so far.": other("direction", "heavy-casualties-both"),
    "Mujahid confirmed Pakistan's claims.": other("direction", "rejects-mujahid"),
    "22 Afghan soldiers were wounded, nowhere near 400": one_sided("afghan-losses-mujahid", MUJAHID),
    "27 Pakistani soldiers were wounded, nowhere near 55": one_sided("pakistani-losses-chaudhary", CHAUDHARY),
    "Pakistan has lost 55 soldiers and won't say so.": one_sided("pakistani-losses-mujahid", MUJAHID),
    # whoever says it, after what they say, and whoever is brushed aside
    "12 of its soldiers killed in the operation, says Pakistan's military. Their number, not mine.": same(
        "pakistani-losses-chaudhary"
    ),
    "13 of its soldiers killed and 22 wounded, says the Taliban government.": same("afghan-losses-mujahid"),
    "55 Pakistani soldiers killed, claims the Taliban government.": same("pakistani-losses-mujahid"),
    "13 Afghan soldiers killed, says Pakistan's military.": other("claimant", "afghan-losses-mujahid"),
    "12 Pakistani soldiers killed, says the Taliban government.": other(
        "claimant", "pakistani-losses-chaudhary"
    ),
    "It's 13 dead Afghan soldiers, whatever Pakistan's army says.": one_sided(
        "afghan-losses-mujahid", MUJAHID
    ),
    "It's 12 dead Pakistani soldiers, no matter what Mujahid says.": one_sided(
        "pakistani-losses-chaudhary", CHAUDHARY
    ),
    "55 Pakistani soldiers are dead and Pakistan's army can say what it wants.": one_sided(
        "pakistani-losses-mujahid", MUJAHID
    ),
    "Don't listen to the Taliban: 12 Pakistani soldiers were killed.": one_sided(
        "pakistani-losses-chaudhary", CHAUDHARY
    ),
    "13 dead Pakistani soldiers, whatever Mujahid says.": other("victim", "afghan-losses-mujahid"),
    "Afghanistan is not sheltering Pakistani Taliban militants, whatever Pakistan claims.": one_sided(
        "sheltering-denied", "Afghanistan"
    ),
    "Whatever Pakistan says.": NOTHING,
    # who holds whom, as it is now
    "Afghan forces hold 23 Pakistani bodies and have captured many soldiers.": one_sided(
        "pakistani-losses-mujahid", MUJAHID
    ),
    "Pakistani forces hold 23 Afghan bodies and have captured many soldiers.": other(
        "victim", "pakistani-losses-mujahid"
    ),
    "23 dead Pakistani soldiers are in Afghan hands right now.": one_sided(
        "pakistani-losses-mujahid", MUJAHID
    ),
    "23 dead Afghan soldiers are in Pakistani hands right now.": other("victim", "pakistani-losses-mujahid"),
    "On Friday 23 dead Pakistani soldiers were in Afghan hands.": other("date", "pakistani-losses-mujahid"),
    # each verb counts what follows it
    "Pakistan's operations killed at least 274 Afghan soldiers and fighters and wounded over 400.": one_sided(
        "afghan-losses-chaudhary", CHAUDHARY
    ),
    "Chaudhary says they killed at least 274 Afghan soldiers and fighters and wounded over 400.": same(
        "afghan-losses-chaudhary"
    ),
    "Chaudhary says they killed over 400 Afghan soldiers and fighters and wounded at least 274.": other(
        "measure", "afghan-losses-chaudhary"
    ),
    # claims that are said to be true, or not, and whose they are
    "Pakistan's casualty claims aren't true, ignore them.": one_sided("rejects-mujahid", MUJAHID),
    "Pakistan's numbers are false.": one_sided("rejects-mujahid", MUJAHID),
    "Mujahid says Pakistan's claims aren't true.": same("rejects-mujahid"),
    "Mujahid doesn't accept Pakistan's claims.": same("rejects-mujahid"),
    "Mujahid said Pakistan's claims were true.": other("direction", "rejects-mujahid"),
    "Chaudhary says Mujahid's claims aren't true.": other("claimant", "rejects-mujahid"),
    "Mujahid's claims are not true.": NOTHING,
    "The Taliban's numbers are false.": NOTHING,
    # numbers that only name the claims that nobody verified
    "Neither the 274 nor the 55 could be independently verified by Al Jazeera.": same(
        "not-verified-al-jazeera"
    ),
    "Al Jazeera could not verify either Pakistan's 12 or Mujahid's 13.": same("not-verified-al-jazeera"),
    "The casualty figures of both sides remain unverified, according to Al Jazeera.": same(
        "not-verified-al-jazeera"
    ),
    "The 274 was independently verified by Al Jazeera.": other("direction", "not-verified-al-jazeera"),
    "The 55 was confirmed by Al Jazeera, the 274 was not.": other("direction", "not-verified-al-jazeera"),
    "Al Jazeera has confirmed that 19 civilians died in Khost and Paktika.": other(
        "claimant", "civilian-losses-government"
    ),
    # numbers of something else
    "Mujahid was injured in one of the strikes, hearing it from two people.": NOTHING,
    "Chaudhary was wounded at the front, two colonels told me.": NOTHING,
    "Twelve Pakistani students are stuck in Kabul.": NOTHING,
    "Twelve Afghan students are stuck in Rawalpindi.": NOTHING,
    "Pakistan beat Afghanistan by 55 runs on Friday.": NOTHING,
    "Afghanistan beat Pakistan by 12 runs on Thursday.": NOTHING,
    "Pakistan arrested 400 Afghans in Karachi on Friday.": NOTHING,
    "An earthquake in Paktika killed 19 people last year.": NOTHING,
    "Two people told me that 12 Pakistani soldiers were killed.": one_sided(
        "pakistani-losses-chaudhary", CHAUDHARY
    ),
    # whom they talk with acts no more than whom it had killed
    "Taliban leaders said they'd be willing to negotiate with Pakistan to end the war.": same(
        "ready-to-negotiate-mujahid"
    ),
    "By Mujahid's count the Afghan military had 13 killed and 22 wounded.": same("afghan-losses-mujahid"),
    "The Pakistani army's own spokesman says a dozen of its soldiers were killed.": same(
        "pakistani-losses-chaudhary"
    ),
    "55 dead on the Pakistani side, 13 on the Afghan side.": one_sided(
        "afghan-losses-mujahid", "Zabihullah Mujahid"
    ),
    "Mujahid says Afghanistan launched drone attacks on villages in Pakistan's north-west.": other(
        "victim", "drone-attacks-mujahid"
    ),
    "Even Mujahid accepts the Pakistani army's claims as true.": other("direction", "rejects-mujahid"),
    "The injury figures are unverified, Al Jazeera said so.": same("not-verified-al-jazeera"),
    "Pakistan struck Kabul, and the fighting along the border had already stopped.": other(
        "direction", "border-fighting"
    ),
    # another number is no rounding, and another place no circumstance
    "Pakistan’s military spokesperson said over 247 Afghan soldiers and fighters were killed.": other(
        "figure", "afghan-losses-chaudhary", "at least 274"
    ),
    "Pakistan’s military spokesperson said over 270 Afghan soldiers and fighters were killed.": same(
        "afghan-losses-chaudhary"
    ),
    "Afghanistan’s government reported 19 civilians dead after Pakistan attacked Kandahar.": other(
        "place", "civilian-losses-government"
    ),
    "Pakistan's military says two of its soldiers are missing.": other(
        "figure", "pakistani-losses-chaudhary", "one was missing"
    ),
    # what stands before a colon is counted after it, for each side
    "Pakistani soldiers killed: 12 according to Chaudhary, 55 according to Mujahid.": same(
        "pakistani-losses-chaudhary"
    ),
    "Soldiers killed: Pakistan 12, Afghanistan 13.": one_sided("pakistani-losses-chaudhary", CHAUDHARY),
    # where and when it was not
    "The Taliban leadership is based in Kandahar, not in Kabul.": same("leadership-in-kandahar"),
    "The Taliban leadership is based in Kabul, not in Kandahar.": other("place", "leadership-in-kandahar"),
    # in which part of a country, for each side
    "Afghanistan's government said 19 civilians were killed in Khost in the north of the country.": other(
        "place", "civilian-losses-government"
    ),
    "Afghanistan's government reported 19 civilians killed in Khost in the west of the country.": other(
        "place", "civilian-losses-government"
    ),
    "Afghanistan's government reported 19 civilians killed when Khost and Paktika in the south-east of the"
    " country were attacked.": same("civilian-losses-government"),
    "Mujahid said Afghanistan launched drone attacks on bases in the north of Pakistan.": other(
        "place", "drone-attacks-mujahid"
    ),
    "Mujahid said Afghanistan launched drone attacks on bases in the north-west of Pakistan.": same(
        "drone-attacks-mujahid"
    ),
    "Chaudhary said north of 270 Afghan soldiers and fighters were killed.": same("afghan-losses-chaudhary"),
    # somebody given the other side's office, or another's word
    "Lt Gen Chaudhary, the Taliban's military spokesman, says 12 Pakistani soldiers died.": other("claimant"),
    "Mujahid, Pakistan's spokesman, said Taliban leaders are ready to negotiate": other("claimant"),
    "The Taliban are the ones who announced a full-scale confrontation with Pakistan.": other(
        "claimant", "open-war-asif"
    ),
    "Al Jazeera couldn't verify the Taliban's figures but it did confirm the Pakistani ones.": other(
        "direction", "not-verified-al-jazeera"
    ),
    "Lt Gen Chaudhary, Pakistan's military spokesman, said 12 Pakistani soldiers were killed": same(
        "pakistani-losses-chaudhary"
    ),
    # a figure as claimed
    "Pakistan's military said 12 Pakistani soldiers were killed.": same("pakistani-losses-chaudhary"),
    "Chaudhary said twelve Pakistani soldiers were killed": same("pakistani-losses-chaudhary"),
    "Pakistan's military said a dozen Pakistani soldiers were killed.": same("pakistani-losses-chaudhary"),
    "Chaudhary said ١٢ Pakistani soldiers were killed": same("pakistani-losses-chaudhary"),
    "According to Mujahid, 55 Pakistani soldiers were killed": same("pakistani-losses-mujahid"),
    "Mujahid: 13 Afghan soldiers killed, 22 wounded, 13 civilians injured": same("afghan-losses-mujahid"),
    "Mujahid said many Pakistani soldiers were captured.": same("pakistani-losses-mujahid"),
    "Chaudhary said over 270 Afghan soldiers and fighters were killed": same("afghan-losses-chaudhary"),
    "Chaudhary said 12 of its own soldiers were killed": same("pakistani-losses-chaudhary"),
    "Afghanistan's government said 19 civilians were killed in Khost and Paktika.": same(
        "civilian-losses-government"
    ),
    "Pakistan said it killed 274": same("afghan-losses-chaudhary"),
    # without its claimant
    "12 Pakistani soldiers were killed.": one_sided("pakistani-losses-chaudhary", CHAUDHARY),
    "many Pakistani soldiers were captured": one_sided("pakistani-losses-mujahid", MUJAHID),
    "Pakistan killed 274.": one_sided("afghan-losses-chaudhary", CHAUDHARY),
    "Afghanistan killed 55 Pakistani soldiers": one_sided("pakistani-losses-mujahid", MUJAHID),
    "19 civilians were killed in Khost and Paktika.": unattributed(
        "civilian-losses-government", "Afghanistan’s government"
    ),
    # with something else in it
    "Chaudhary said 14 Pakistani soldiers were killed.": other(
        "figure", "pakistani-losses-chaudhary", "12 Pakistani soldiers were killed"
    ),
    "Pakistan's military said two dozen Pakistani soldiers were killed.": other(
        "figure", "pakistani-losses-chaudhary"
    ),
    "Mujahid said 55 Pakistani soldiers were not killed.": other("direction", "pakistani-losses-mujahid"),
    "Chaudhary said over 100 Afghan soldiers and fighters were killed": other(
        "figure", "afghan-losses-chaudhary", "at least 274"
    ),
    "Chaudhary said less than 274 Afghan soldiers were killed": other("figure", "afghan-losses-chaudhary"),
    "Chaudhary said between 250 and 300 Afghan soldiers were killed": other(
        "figure", "afghan-losses-chaudhary"
    ),
    "Chaudhary said 12 Pakistani soldiers were wounded.": other("measure", "pakistani-losses-chaudhary"),
    "Chaudhary said 12 Afghan soldiers were killed.": other(
        "victim", "pakistani-losses-chaudhary", "Pakistani soldiers"
    ),
    "At least 274 civilians were killed, Chaudhary said": other(
        "victim", "afghan-losses-chaudhary", "Afghan soldiers and fighters from various groups"
    ),
    "Mujahid said 12 Pakistani soldiers were killed.": other(
        "claimant", "pakistani-losses-chaudhary", CHAUDHARY
    ),
    "Chaudhary said 12 Pakistani soldiers were killed in Kabul.": other(
        "place", "pakistani-losses-chaudhary", "no place named"
    ),
    "Chaudhary said 12 Pakistani soldiers were killed in Herat.": other(
        "place", "pakistani-losses-chaudhary"
    ),
    "Afghanistan's government said 19 civilians were killed in Kabul.": other(
        "place", "civilian-losses-government", "Khost, Paktika, southeastern Afghanistan"
    ),
    "Afghanistan's government reported on Thursday that 19 civilians were killed.": other(
        "date", "civilian-losses-government", "Later on Friday evening"
    ),
    "Mujahid said 13 Afghan soldiers were killed and 22 were wounded, 19 civilians killed": other(
        "claimant", "civilian-losses-government", "Afghanistan’s government"
    ),
    # no figure of the briefing's
    "20% of Pakistani soldiers were killed": NOTHING,
    "Mujahid said 5.5 Pakistani soldiers were killed.": NOTHING,
    "12 cricket players killed": NOTHING,
    "12 people liked this": NOTHING,
    # what happened
    "Pakistan struck Kabul.": same("strikes-27-february"),
    "Pakistan struck Kabul and Kandahar on February 27, 2026.": same("strikes-27-february"),
    "Asif declared open war.": same("open-war-asif"),
    "Pakistan declared open war on the Taliban.": same("open-war-asif"),
    "Afghanistan denies sheltering Pakistani Taliban militants.": same("sheltering-denied"),
    "Pakistan alleges Afghanistan shelters Pakistani Taliban militants.": same("sheltering-alleged"),
    "Taliban leaders said they were willing to negotiate with Pakistan.": same(
        "willing-to-negotiate-leaders"
    ),
    "Al Jazeera could not verify the figures.": same("not-verified-al-jazeera"),
    "Pakistan struck Kabul and Afghanistan attacked the border.": same("retaliation-26-february"),
    "Pakistan struck Kabul while Afghanistan attacked the border.": same("strikes-27-february"),
    "Afghanistan does not shelter Pakistani Taliban militants.": one_sided(
        "sheltering-denied", "Afghanistan"
    ),
    "Afghanistan shelters Pakistani Taliban militants.": one_sided("sheltering-alleged", "Pakistan"),
    "Pakistan struck Kabul on January 27, 2026.": other(
        "date", "strikes-27-february", "on February 27, 2026"
    ),
    "Afghanistan struck Kandahar.": other("direction", "strikes-27-february", "Pakistan"),
    "Pakistan did not strike Kabul.": other("direction", "strikes-27-february"),
    "The Taliban declared open war.": other("direction", "open-war-asif", "Pakistan"),
    "Mujahid declared an open war": other("claimant", "open-war-asif", ASIF),
    "Taliban leaders refuse to negotiate.": other("direction", "willing-to-negotiate-leaders"),
    "Pakistan struck Kabul on May 27, 2026.": other("date", "strikes-27-february"),
    "Pakistan struck Kabul on Feb. 28, 2026.": other("date", "strikes-27-february"),
    "Biden said “Now it is an open war between us and you.”": Held("distorts", "claimant"),
    "Pakistan struck Herat.": Held("distorts", "place"),
    "The casualty figures are verified.": other("direction", "not-verified-al-jazeera"),
    "Afghanistan has admitted it shelters Pakistani Taliban militants.": Held("distorts", "direction"),
    # two directions in one sentence
    "Afghanistan carried out the air strikes and Pakistan only retaliated": other(
        "direction", "weekend-air-strikes", "Pakistan"
    ),
    "Pakistan retaliated after Afghanistan carried out air strikes": other(
        "direction", "retaliation-26-february", "Afghanistan"
    ),
    "Afghanistan retaliated after Pakistan carried out air strikes": same("retaliation-26-february"),
    "Pakistan's air strikes triggered retaliation by Afghanistan": same("retaliation-26-february"),
    "Afghanistan attacked along the border on February 26, 2026 in retaliation for Pakistani strikes.": same(
        "retaliation-26-february"
    ),
    # a word that may mean "says" names no speaker
    "The Islamic Emirate has always tried to resolve issues through negotiations": unattributed(
        "always-negotiations-mujahid", "Zabihullah Mujahid"
    ),
    "The Emirate says it has always tried to resolve issues through negotiations": same(
        "always-negotiations-mujahid"
    ),
    # a second sentence that adds where or how
    "Afghanistan's government said 19 civilians were killed in Khost. That is in the north.": other(
        "place", "civilian-losses-government"
    ),
    "Afghanistan's government said 19 civilians were killed in Khost. It is in the southeast.": same(
        "civilian-losses-government"
    ),
    "Asif declared open war. He said it on TV.": other("attribution", "open-war-asif"),
    "Asif said on the radio that it is open war now": other("attribution", "open-war-asif"),
    "Asif declared open war. He said it on X.": same("open-war-asif"),
    "Asif posted on X: “Now it is a lasting peace for us all.”": other("attribution", "open-war-asif"),
    "According to Mujahid, it was on Thursday that Afghanistan launched drone attacks": same(
        "drone-attacks-mujahid"
    ),
    "Mujahid said Afghan drones attacked schools in Pakistan's north-west on Thursday": other(
        "victim", "drone-attacks-mujahid"
    ),
    # another number, only to exclude it
    "12 Pakistani soldiers were killed, not 400": one_sided("pakistani-losses-chaudhary", CHAUDHARY),
    "Chaudhary said 12 Pakistani soldiers were killed, not 55": same("pakistani-losses-chaudhary"),
    "Mujahid said 12 Pakistani soldiers were killed, not 55": other("claimant", "pakistani-losses-chaudhary"),
    "Pakistani soldiers got captured, loads of them": one_sided("pakistani-losses-mujahid", MUJAHID),
    # who speaks for whom
    "Chaudhary is the spokesperson of Pakistan's military.": same("afghan-losses-chaudhary"),
    "Mujahid is the spokesman of the Pakistani army": other("claimant", "ready-to-negotiate-mujahid"),
    # somebody said to say what another did or said
    "Khawaja Asif said Mujahid declared open war.": other("claimant", "open-war-asif", "Khawaja Asif"),
    "Mujahid said Asif declared open war.": other("claimant", "open-war-asif", "Khawaja Asif"),
    "Asif said Chaudhary announced an open war.": other("claimant", "open-war-asif", "Khawaja Asif"),
    "Mujahid said Khawaja Asif was ready to negotiate.": other("claimant", "ready-to-negotiate-mujahid"),
    "Chaudhary was ready to negotiate, Mujahid said.": other("claimant", "ready-to-negotiate-mujahid"),
    "Mujahid rejected Pakistan's claims, said Asif.": other("claimant", "rejects-mujahid"),
    "Asif said open war was declared.": same("open-war-asif"),
    # nothing on it
    "hello": NOTHING,
    "": NOTHING,
    "\ud800\u202e": NOTHING,
    "It rained in London.": NOTHING,
    "Mujahid could not verify the figures": NOTHING,
    "CNN could not verify the figures": NOTHING,
    "Pakistan": NOTHING,
}
FLOOD = {
    "Ina Holt said 14 residents were killed in Millbank.": same("arden-losses-holt"),
    "Lund said nine residents were killed": same("arden-losses-lund"),
    "between 20 and 25 cattle were lost, Lund said": same("belmar-losses-lund"),
    "Lund said many residents were rescued": same("arden-losses-lund"),
    "14 residents were killed in Millbank.": one_sided("arden-losses-holt", "Ina Holt"),
    "Many residents were rescued.": unattributed("arden-losses-lund", "Dr Per Lund"),
    "6 Belmar soldiers were injured": unattributed("belmar-losses-lund", "Dr Per Lund"),
    "Lund said 14 residents were killed.": other("claimant", "arden-losses-holt", "Ina Holt"),
    "Holt said 14 residents were injured in Millbank": other("measure", "arden-losses-holt"),
    "Holt said 14 cattle were killed": other("victim", "arden-losses-holt", "residents"),
    "Holt said 15 residents were killed": other("figure", "arden-losses-holt", "killed 14 residents"),
    "Holt said 14 residents were killed in Wexcombe": other("place", "arden-losses-holt", "Millbank"),
    "Lund said on Friday that 6 Belmar soldiers were injured": other(
        "date", "belmar-losses-lund", "on Thursday night"
    ),
    "Lund said 22 cattle were lost": other("figure", "belmar-losses-lund"),
    "Belmar flooded Millbank on April 3, 2031.": same("flooding-3-april"),
    "The council announced a day of silence.": same("silence-council"),
    "Belmar denies hiding a broken gauge.": same("gauge-denied"),
    "Arden alleged Belmar was hiding a broken gauge.": same("gauge-alleged"),
    "Belmar is not hiding a broken gauge.": one_sided("gauge-denied", "Belmar"),
    "Belmar flooded Millbank on April 2, 2031.": other("date", "flooding-3-april", "on April 3, 2031"),
    "Belmar flooded Tarn.": other("place", "flooding-3-april"),
    "Belmar did not flood Millbank.": other("direction", "flooding-3-april"),
    "Millbank stayed dry": other("direction", "flooding-3-april"),
    "Belmar refuses to negotiate over the canal.": other("direction", "ready-lund"),
    "Holt announced a day of silence": other("claimant", "silence-council", "Arden’s council"),
    "Belmar admits hiding a broken gauge.": Held("distorts", "direction"),
    "Belmar was ready to negotiate.": unattributed("ready-lund", "Dr Per Lund"),
    "Lund said Ina Holt was ready to negotiate.": other("claimant", "ready-lund", "Dr Per Lund"),
    "Pakistan struck Kabul.": NOTHING,
    "12 Pakistani soldiers were killed": NOTHING,
}
ELECTION = {
    "Lise Aam said turnout was 71 percent.": same("turnout-aam"),
    "Turnout was 71 percent.": unattributed("turnout-aam", "Lise Aam"),
    "Turnout was 61%.": other("figure", "turnout-aam", "turnout was 71 percent"),
    "412 people were killed.": NOTHING,
    # what is alleged and denied is one side's, whatever it counts
    "The commission was hiding ballot boxes in Norrvik.": one_sided("boxes-alleged", "Hearth Union"),
    "The commission was not hiding ballot boxes in Norrvik.": one_sided(
        "boxes-denied", "The electoral commission"
    ),
}
TABLE = [
    pytest.param(briefing, message, held, id=f"{briefing}-{message[:70]!a}")
    for briefing, messages in {"war": WAR, "orla": FLOOD, "vardholm": ELECTION}.items()
    for message, held in messages.items()
]


@pytest.mark.parametrize(("briefing", "message", "held"), TABLE)
def test_message(briefings: dict[str, Index], briefing: str, message: str, held: Held) -> None:
    checked = check(briefings[briefing], message)
    assert checked.verdict == held.verdict
    if held is NOTHING:
        assert {f.verdict for f in checked.findings} <= {"not_covered"}
        assert checked.claims == ()
        return
    alike = [f for f in checked.findings if (f.verdict, f.field) == (held.verdict, held.field)]
    assert alike
    assert held.claim is None or held.claim in {f.claim for f in alike}
    assert held.has is None or held.has in {f.briefing for f in alike}
    assert all(f.quote in message for f in checked.findings)


@pytest.mark.parametrize(
    ("briefing", "message", "held"), [one for one in TABLE if one.values[2] is not NOTHING]
)
def test_every_claim_a_message_touches_comes_whole(
    briefings: dict[str, Index], briefing: str, message: str, held: Held
) -> None:
    index = briefings[briefing]
    checked = check(index, message)
    shown = {one.claim.id: one for one in checked.claims}
    assert {f.claim for f in checked.findings if f.claim} <= set(shown)
    assert all(set(one.disputed_by) <= set(shown) for one in shown.values() if one.role == "answer")
    assert {one.caveat.id for one in checked.caveats} == {c for one in shown.values() for c in one.caveats}
    assert checked.imprint == Imprint.of(index)
    assert checked.message == message
