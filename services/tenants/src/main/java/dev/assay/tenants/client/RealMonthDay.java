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

/** A month and day that exist in some year: 29 February does, 30 February does not. */
@Documented
@Constraint(validatedBy = RealMonthDay.Check.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface RealMonthDay {

  String message() default "No year has this day. Give a month from 1 to 12 and a day it can have.";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** The rule itself. */
  class Check implements ConstraintValidator<RealMonthDay, FiscalYearEnd> {
    @Override
    public boolean isValid(@Nullable FiscalYearEnd end, ConstraintValidatorContext context) {
      return end == null || end.exists();
    }
  }
}
