package dev.assay.testing.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Set;

/** Resource methods: those of concrete classes that serve an HTTP method. */
final class Operations {

  private static final Set<String> HTTP_METHODS =
      Set.of(
          "jakarta.ws.rs.GET",
          "jakarta.ws.rs.POST",
          "jakarta.ws.rs.PUT",
          "jakarta.ws.rs.PATCH",
          "jakarta.ws.rs.DELETE",
          "jakarta.ws.rs.HEAD",
          "jakarta.ws.rs.OPTIONS");

  static final DescribedPredicate<JavaMethod> ARE_OPERATIONS =
      DescribedPredicate.describe(
          "are operations",
          method ->
              !method.getOwner().isInterface()
                  && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                  && method.getAnnotations().stream()
                      .anyMatch(a -> HTTP_METHODS.contains(a.getRawType().getName())));

  static final ArchCondition<JavaMethod> HAVE_NO_ENTITY_IN_THEIR_SIGNATURE =
      new ArchCondition<>("have no entity in their signature") {
        @Override
        public void check(JavaMethod method, ConditionEvents events) {
          for (JavaClass type : method.getAllInvolvedRawTypes()) {
            if (type.isAnnotatedWith("jakarta.persistence.Entity")) {
              events.add(
                  SimpleConditionEvent.violated(
                      method, method.getFullName() + " carries entity " + type.getName()));
            }
          }
        }
      };

  static final ArchCondition<JavaClass> READ_THE_TIME_THEMSELVES =
      new ArchCondition<>("read the time themselves") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
          for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
            String owner = call.getTargetOwner().getName();
            boolean now =
                owner.startsWith("java.time.")
                    && call.getName().equals("now")
                    && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(p -> p.getName().equals("java.time.Clock"));
            boolean millis =
                owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis");
            if (now || millis) {
              events.add(SimpleConditionEvent.satisfied(call, call.getDescription()));
            }
          }
        }
      };

  private Operations() {}

  static ArchCondition<JavaMethod> nameOneOf(String... annotations) {
    return new ArchCondition<>("name their permission") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        if (Arrays.stream(annotations).noneMatch(method::isAnnotatedWith)) {
          events.add(
              SimpleConditionEvent.violated(method, method.getFullName() + " names no permission"));
        }
      }
    };
  }
}
