package dev.assay.testing.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.stream.Stream;

/** Resource methods: those of classes that serve an HTTP method, as they or a supertype say. */
final class Operations {

  private static final String HTTP_METHOD = "jakarta.ws.rs.HttpMethod";

  static final DescribedPredicate<JavaMethod> ARE_OPERATIONS =
      DescribedPredicate.describe(
          "are operations",
          method ->
              !method.getOwner().isInterface()
                  && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                  && overridden(method).anyMatch(Operations::servesHttpMethod));

  static final ArchCondition<JavaMethod> CARRY_NO_ENTITY =
      new ArchCondition<>("carry no entity") {
        @Override
        public void check(JavaMethod method, ConditionEvents events) {
          for (JavaClass type : Signatures.carriedTypes(method)) {
            if (type.isAnnotatedWith("jakarta.persistence.Entity")
                || type.isAnnotatedWith("jakarta.persistence.MappedSuperclass")) {
              events.add(
                  SimpleConditionEvent.violated(
                      method, method.getFullName() + " carries entity " + type.getName()));
            }
          }
        }
      };

  private Operations() {}

  static boolean servesHttpMethod(JavaMethod method) {
    return method.isMetaAnnotatedWith(HTTP_METHOD);
  }

  private static Stream<JavaMethod> overridden(JavaMethod method) {
    JavaClass owner = method.getOwner();
    return Stream.concat(
        Stream.of(method),
        Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
            .flatMap(type -> type.getMethods().stream())
            .filter(
                candidate ->
                    candidate.getName().equals(method.getName())
                        && Signatures.sameParameters(
                            candidate.getRawParameterTypes(), method.getRawParameterTypes())));
  }

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
