package dev.assay.readiness.section404;

import dev.assay.readiness.blocker.Blocker;
import dev.assay.readiness.blocker.BlockerCode;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The view in one plain sentence; it never says that somebody may sign. */
final class Headline {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private Headline() {}

  static String of(View404 view) {
    String asOf = DATE.format(view.yearEnd());
    long weaknesses = view.blockers().stream().filter(Headline::isWeakness).count();
    return switch (view.state()) {
      case CANNOT_CONCLUDE ->
          ("Management cannot conclude yet on internal control over financial reporting as of"
                  + " %s: %s%s.")
              .formatted(
                  asOf,
                  open(view.blockers().size()),
                  weaknesses == 0
                      ? ""
                      : ", %s among them".formatted(counted(weaknesses, "material weakness")));
      case NOT_EFFECTIVE ->
          ("Internal control over financial reporting cannot be called effective as of %s: %s"
                  + " open.")
              .formatted(
                  asOf,
                  counted(weaknesses, "material weakness") + (weaknesses == 1 ? " is" : " are"));
      case EFFECTIVE ->
          ("Nothing on record stands against concluding that internal control over financial"
                  + " reporting is effective as of %s; that conclusion is management's to draw.")
              .formatted(asOf);
    };
  }

  private static boolean isWeakness(Blocker blocker) {
    return blocker.code() == BlockerCode.OPEN_MW;
  }

  private static String open(int blockers) {
    return blockers == 1 ? "1 point is open" : blockers + " points are open";
  }

  private static String counted(long count, String noun) {
    return count == 1 ? "1 " + noun : count + " " + noun + "es";
  }
}
