package dev.assay.testing.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Which code runs inside a transaction. */
final class Transactions {

  private static final String TRANSACTIONAL = "jakarta.transaction.Transactional";

  /** What takes a lambda and runs it inside a transaction. */
  private static final Set<String> ENTRANCES =
      Set.of(
          "dev.assay.tenancy.scope.Scopes.inTransaction",
          "dev.assay.tenancy.scope.Scopes.runInTransaction",
          "io.quarkus.narayana.jta.QuarkusTransaction.run",
          "io.quarkus.narayana.jta.QuarkusTransaction.call",
          "io.quarkus.narayana.jta.TransactionRunnerOptions.run",
          "io.quarkus.narayana.jta.TransactionRunnerOptions.call");

  private static final Set<String> OUTSIDE = Set.of("NEVER", "NOT_SUPPORTED", "SUPPORTS");

  static final DescribedPredicate<JavaMethod> RUN_CODE_INSIDE =
      DescribedPredicate.describe(
          "run code inside a transaction", method -> isTransactional(method) || enters(method));

  private Transactions() {}

  /** What a method does inside a transaction: all of it, or the lambdas that it hands to one. */
  static Collection<JavaAccess<?>> accessesInside(JavaMethod method) {
    if (isTransactional(method)) {
      return method.getAccessesFromSelf();
    }
    return method.getAccessesFromSelf().stream()
        .filter(JavaAccess::isDeclaredInLambda)
        .<JavaAccess<?>>map(access -> access)
        .toList();
  }

  private static boolean isTransactional(JavaMethod method) {
    if (method.isAnnotatedWith(TRANSACTIONAL)) {
      return joins(method.getAnnotationOfType(TRANSACTIONAL));
    }
    return method.getOwner().isAnnotatedWith(TRANSACTIONAL)
        && !method.getModifiers().contains(JavaModifier.PRIVATE)
        && !method.getModifiers().contains(JavaModifier.STATIC)
        && joins(method.getOwner().getAnnotationOfType(TRANSACTIONAL));
  }

  private static boolean joins(JavaAnnotation<?> transactional) {
    Optional<Object> type = transactional.get("value");
    return type.isEmpty()
        || !(type.get() instanceof JavaEnumConstant constant)
        || !OUTSIDE.contains(constant.name());
  }

  private static boolean enters(JavaMethod method) {
    return method.getMethodCallsFromSelf().stream()
        .anyMatch(
            call -> ENTRANCES.contains(call.getTargetOwner().getName() + "." + call.getName()));
  }
}
