package dev.assay.tenants.calendar;

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

/** A rule for year ends that some year can follow: there is no 30 February. */
@Documented
@Constraint(validatedBy = RealYearEnd.Check.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface RealYearEnd {

  String message() default
      "Give FIXED_DAY a day and no weekday, LAST_WEEKDAY a weekday and no day, NEAREST_WEEKDAY a"
          + " weekday, and only days that the month can have.";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** The rule itself. */
  class Check implements ConstraintValidator<RealYearEnd, YearEnd> {
    @Override
    public boolean isValid(@Nullable YearEnd yearEnd, ConstraintValidatorContext context) {
      // A missing kind is its own error.
      return yearEnd == null || yearEnd.kind() == null || yearEnd.isReal();
    }
  }
}
