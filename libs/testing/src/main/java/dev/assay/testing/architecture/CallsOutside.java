package dev.assay.testing.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Follows the calls of a transactional method through our own classes to those that leave us. */
final class CallsOutside extends ArchCondition<JavaMethod> {

  private static final String REST_CLIENT =
      "org.eclipse.microprofile.rest.client.inject.RegisterRestClient";

  CallsOutside() {
    super("call no other part");
  }

  @Override
  public void check(JavaMethod transactional, ConditionEvents events) {
    Deque<JavaCodeUnit> open = new ArrayDeque<>(Set.of(transactional));
    Set<JavaCodeUnit> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      for (JavaAccess<?> access : open.remove().getAccessesFromSelf()) {
        JavaClass owner = access.getTargetOwner();
        if (leavesUs(owner)) {
          events.add(
              SimpleConditionEvent.violated(
                  transactional,
                  transactional.getFullName() + " leads to " + access.getDescription()));
        } else if (owner.getPackageName().startsWith("dev.assay")) {
          for (JavaCodeUnit next : owner.getCodeUnits()) {
            if (next.getName().equals(access.getTarget().getName()) && seen.add(next)) {
              open.add(next);
            }
          }
        }
      }
    }
  }

  private static boolean leavesUs(JavaClass owner) {
    return owner.isAnnotatedWith(REST_CLIENT)
        || (owner.getPackageName().startsWith("software.amazon.awssdk.services")
            && owner.getSimpleName().endsWith("Client"))
        || owner.getName().equals("java.net.http.HttpClient");
  }
}
