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
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A zone of the IANA database by name: a bare offset would be wrong for half of the year. */
@Documented
@Constraint(validatedBy = IanaTimeZone.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@interface IanaTimeZone {

  String message() default "Give the name of an IANA time zone, such as America/New_York.";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** The rule itself. */
  class Check implements ConstraintValidator<IanaTimeZone, String> {
    @Override
    public boolean isValid(@Nullable String zone, ConstraintValidatorContext context) {
      return zone == null || ZoneId.getAvailableZoneIds().contains(zone);
    }
  }
}
