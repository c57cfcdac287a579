package dev.assay.evidence.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static Schedule version(
      int version, boolean active, int months, String firstOn, int days, String setAt) {
    return new Schedule(
        version,
        active,
        months,
        25,
        LocalDate.parse(firstOn),
        days,
        "reason",
        "somebody",
        Instant.parse(setAt));
  }

  private static List<String> days(List<Schedule> history, String upTo) {
    return Schedule.asks(history, LocalDate.parse(upTo)).stream()
        .map(ask -> ask.version() + " " + ask.due().beginsOn())
        .toList();
  }

  private static Missed.Begun begun(String beginsOn, String dueAt, String endedAt) {
    return new Missed.Begun(
        new UUID(0, 7),
        new NewDrill.Due(LocalDate.parse(beginsOn), Instant.parse(dueAt)),
        endedAt.isEmpty() ? null : Instant.parse(endedAt));
  }

  private static List<String> missed(List<Schedule> history, List<Missed.Begun> begun, String now) {
    return Missed.of(history, begun, Instant.parse(now)).stream()
        .map(signal -> signal.at() + " " + signal.drillId())
        .toList();
  }

  @Test
  void countsMonthsFromTheFirstDay() {
    var monthly = version(1, true, 1, "2026-01-31", 5, "2026-01-10T00:00:00Z");

    assertThat(days(List.of(monthly), "2026-04-29"))
        .containsExactly("1 2026-01-31", "1 2026-02-28", "1 2026-03-31");
    assertThat(monthly.nextAfter(LocalDate.parse("2026-03-31")))
        .map(ask -> ask.due().beginsOn())
        .contains(LocalDate.parse("2026-04-30"));
    assertThat(days(List.of(monthly), "2026-01-30")).isEmpty();
  }

  @Test
  void givesADrillSoManyDaysTheFirstIncluded() {
    var quarterly = version(1, true, 3, "2026-01-05", 1, "2026-01-01T00:00:00Z");

    assertThat(Schedule.asks(List.of(quarterly), LocalDate.parse("2026-01-05")))
        .extracting(ask -> ask.due().dueAt())
        .containsExactly(Instant.parse("2026-01-06T00:00:00Z"));
  }

  @Test
  void letsAVersionHoldUntilTheDayOnWhichTheNextOneIsSet() {
    var first = version(1, true, 1, "2026-01-15", 5, "2026-01-10T00:00:00Z");
    var second = version(2, true, 3, "2026-03-15", 5, "2026-03-15T08:00:00Z");
    var end = version(3, false, 3, "2026-12-01", 5, "2026-09-15T23:59:59Z");

    assertThat(days(List.of(first, second, end), "2027-12-31"))
        .containsExactly("1 2026-01-15", "1 2026-02-15", "2 2026-03-15", "2 2026-06-15");
    assertThat(end.nextAfter(LocalDate.parse("2026-12-31"))).isEmpty();
  }

  @Test
  void missesWhatNobodyBeganOrEndedInTime() {
    var history = List.of(version(1, true, 1, "2026-01-01", 5, "2026-01-01T00:00:00Z"));
    var begun =
        List.of(
            begun("2026-02-01", "2026-02-06T00:00:00Z", "2026-02-05T23:59:59.999Z"),
            begun("2026-03-01", "2026-03-06T00:00:00Z", "2026-03-06T00:00:00Z"),
            begun("2026-04-01", "2026-04-06T00:00:00Z", ""));

    assertThat(missed(history, begun, "2026-04-05T23:59:59Z"))
        .containsExactly("2026-01-06T00:00:00Z null", "2026-03-06T00:00:00Z " + new UUID(0, 7));
    assertThat(missed(history, begun, "2026-04-06T00:00:00Z"))
        .containsExactly(
            "2026-01-06T00:00:00Z null",
            "2026-03-06T00:00:00Z " + new UUID(0, 7),
            "2026-04-06T00:00:00Z " + new UUID(0, 7));
  }

  /** Whoever misses a drill cannot make it unmissed by a new schedule. */
  @Test
  void judgesADrillByWhatItWasBegunWith() {
    var first = version(1, true, 1, "2026-01-01", 5, "2026-01-01T00:00:00Z");
    var replaced = version(2, false, 1, "2026-02-01", 5, "2026-01-01T12:00:00Z");
    var begun = List.of(begun("2026-01-01", "2026-01-06T00:00:00Z", ""));

    assertThat(missed(List.of(first, replaced), begun, "2026-06-01T00:00:00Z"))
        .containsExactly("2026-01-06T00:00:00Z " + new UUID(0, 7));
    assertThat(missed(List.of(first, replaced), List.of(), "2026-06-01T00:00:00Z")).isEmpty();
  }

  @Test
  void findsEachFaultOfWhatWasSeen() {
    var pick =
        new Pick(
            1,
            new UUID(0, 1),
            new dev.assay.evidence.store.ObjectVersion("key", "version"),
            10,
            "aa",
            Instant.parse("2033-07-01T12:00:00.900Z"));
    Instant locked = Instant.parse("2033-07-01T12:00:00Z");

    assertThat(pick.findings(new Seen(10L, "aa", locked))).isEmpty();
    assertThat(pick.findings(Seen.NOTHING)).containsExactly(Finding.MISSING);
    assertThat(pick.findings(new Seen(11L, "bb", null)))
        .containsExactly(Finding.SIZE_DIFFERS, Finding.DIGEST_DIFFERS, Finding.LOCK_MISSING);
    assertThat(pick.findings(new Seen(10L, "aa", locked.minusSeconds(1))))
        .containsExactly(Finding.LOCK_SHORTER);
  }
}
