package dev.assay.testing.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Follows what runs inside a transaction through our own classes, whichever implements what is
 * called, to calls that leave us.
 */
final class CallsOutside extends ArchCondition<JavaMethod> {

  private static final String OURS = "dev.assay.";

  CallsOutside() {
    super("call no other part");
  }

  @Override
  public void check(JavaMethod root, ConditionEvents events) {
    Deque<JavaAccess<?>> open = new ArrayDeque<>(Transactions.accessesInside(root));
    Set<JavaCodeUnit> seen = new HashSet<>();
    while (!open.isEmpty()) {
      JavaAccess<?> access = open.remove();
      if (OtherParts.isOne(access.getTargetOwner())) {
        events.add(
            SimpleConditionEvent.violated(
                root, root.getFullName() + " leads to " + access.getDescription()));
      } else if (access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
          && target.getOwner().getName().startsWith(OURS)) {
        mayRun(target).filter(seen::add).forEach(next -> open.addAll(accesses(next)));
      }
    }
  }

  private static Collection<JavaAccess<?>> accesses(JavaCodeUnit unit) {
    return unit.getAccessesFromSelf();
  }

  /** The code units that a call of this target may end in: declared, inherited or overriding. */
  private static Stream<JavaCodeUnit> mayRun(AccessTarget.CodeUnitAccessTarget target) {
    JavaClass owner = target.getOwner();
    return Stream.of(
            Stream.of(owner),
            owner.getAllRawSuperclasses().stream(),
            owner.getAllRawInterfaces().stream(),
            owner.getAllSubclasses().stream())
        .flatMap(all -> all)
        .flatMap(type -> type.getCodeUnits().stream())
        .filter(
            unit ->
                unit.getName().equals(target.getName())
                    && Signatures.sameParameters(
                        unit.getRawParameterTypes(), target.getRawParameterTypes()));
  }
}
