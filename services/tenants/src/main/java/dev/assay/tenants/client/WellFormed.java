package dev.assay.tenants.client;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** An identifier in its register's form, with check digits that hold. */
@Documented
@Constraint(validatedBy = WellFormed.Check.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface WellFormed {

  String message() default "This is not the form that its register gives it.";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** The rule itself; what is missing is for others to say. */
  class Check implements ConstraintValidator<WellFormed, IdentifierRequest> {
    @Override
    public boolean isValid(
        @Nullable IdentifierRequest request, ConstraintValidatorContext context) {
      if (request == null || !request.isComplete()) {
        return true;
      }
      Identifier identifier = request.identifier();
      if (!identifier.schemeFits()) {
        return fault(context, "scheme", "Name the register of an OTHER, and of no other kind.");
      }
      return identifier.fault().map(fault -> fault(context, "value", fault)).orElse(true);
    }

    private static boolean fault(ConstraintValidatorContext context, String field, String fault) {
      context.disableDefaultConstraintViolation();
      context
          .buildConstraintViolationWithTemplate(fault)
          .addPropertyNode(field)
          .addConstraintViolation();
      return false;
    }
  }
}
