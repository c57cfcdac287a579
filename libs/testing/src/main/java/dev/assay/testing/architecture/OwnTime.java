package dev.assay.testing.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** Finds whoever reads the time past the injected Clock, by call or by method reference. */
final class OwnTime extends ArchCondition<JavaClass> {

  OwnTime() {
    super("read the time themselves");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    for (JavaAccess<?> access : type.getAccessesFromSelf()) {
      if (access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
          && readsTheTime(target)) {
        events.add(SimpleConditionEvent.satisfied(access, access.getDescription()));
      }
    }
  }

  private static boolean readsTheTime(AccessTarget.CodeUnitAccessTarget target) {
    String owner = target.getOwner().getName();
    List<JavaClass> parameters = target.getRawParameterTypes();
    return switch (target.getName()) {
      case "now" ->
          owner.startsWith("java.time.")
              && parameters.stream().noneMatch(p -> p.getName().equals("java.time.Clock"));
      case "currentTimeMillis" -> owner.equals("java.lang.System");
      case "<init>" -> owner.equals("java.util.Date") && parameters.isEmpty();
      case "getInstance" -> owner.equals("java.util.Calendar");
      case "systemUTC", "systemDefaultZone", "system" -> owner.equals("java.time.Clock");
      default -> false;
    };
  }
}
