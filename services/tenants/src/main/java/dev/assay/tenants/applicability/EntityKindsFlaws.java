package dev.assay.tenants.applicability;

import dev.assay.http.problem.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What in a list of kinds cannot be. */
final class EntityKindsFlaws {

  /** Before the Act nothing here is asked; an earlier day is a slip. */
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  private EntityKindsFlaws() {}

  static List<FieldError> of(List<EntityKindPeriod> kinds) {
    List<FieldError> flaws = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      EntityKindPeriod one = kinds.get(i);
      String at = "/kinds/" + i;
      LocalDate to = one.to();
      if (one.from().isBefore(EARLIEST)) {
        flaws.add(new FieldError(at + "/from", "Lies before " + EARLIEST + "."));
      }
      if (to != null && to.isBefore(one.from())) {
        flaws.add(new FieldError(at + "/to", "Lies before the first day."));
        continue;
      }
      for (EntityKindPeriod before : kinds.subList(0, i)) {
        if (exclude(one.kind(), before.kind()) && one.overlaps(before)) {
          flaws.add(
              new FieldError(
                  at,
                  "Overlaps with %s from %s; only one of them holds on a day."
                      .formatted(before.kind(), before.from())));
        }
      }
    }
    return List.copyOf(flaws);
  }

  /** A kind holds once; a company reports on domestic or on foreign forms, not on both. */
  private static boolean exclude(EntityKind one, EntityKind other) {
    return one == other || (reports(one) && reports(other));
  }

  private static boolean reports(EntityKind kind) {
    return switch (kind) {
      case ISSUER, FOREIGN_PRIVATE_ISSUER -> true;
      case WHOLLY_OWNED_SUBSIDIARY, IPO_PREPARATION, ACCOUNTING_FIRM, SERVICE_PROVIDER -> false;
    };
  }
}
