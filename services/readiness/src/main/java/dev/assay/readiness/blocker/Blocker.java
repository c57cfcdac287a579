package dev.assay.readiness.blocker;

import java.util.Comparator;

/**
 * One thing that stands in the way.
 *
 * @param code what it is
 * @param subject what it is about
 */
public record Blocker(BlockerCode code, Subject subject) {

  /** The order in which they are shown: code, then the controls, groups or programme by name. */
  public static final Comparator<Blocker> SHOWN =
      Comparator.comparing(Blocker::code, BlockerCode.A_TO_Z)
          .thenComparing(blocker -> blocker.subject().name());

  /** What a blocker is about. */
  public sealed interface Subject {

    /** Its name among subjects of its kind. */
    String name();

    /** One control of the year. */
    record OfControl(String controlId) implements Subject {
      @Override
      public String name() {
        return controlId;
      }
    }

    /** Deficiencies that only together are a material weakness. */
    record OfGroup(String group) implements Subject {
      @Override
      public String name() {
        return group;
      }
    }

    /** The year as a whole. */
    record OfProgramme() implements Subject {
      @Override
      public String name() {
        return "";
      }
    }
  }

  static Blocker ofControl(BlockerCode code, String controlId) {
    return new Blocker(code, new Subject.OfControl(controlId));
  }

  /** A blocker of the year as a whole. */
  public static Blocker ofProgramme(BlockerCode code) {
    return new Blocker(code, new Subject.OfProgramme());
  }
}
