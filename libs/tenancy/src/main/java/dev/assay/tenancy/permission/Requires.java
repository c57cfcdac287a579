package dev.assay.tenancy.permission;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The permission that an operation needs. An operation without one fails the build. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requires {

  Permission value();

  /** Whose rows the operation works on. */
  Reach reach() default Reach.OF_PATH;

  /** Asks for the caller's grants anew, where ten seconds of cache would be too old. */
  boolean fresh() default false;

  /** The authentication level (acr) that is needed; 2 is a second factor (RFC 9470). */
  int level() default 1;

  /** Whose rows an operation works on. */
  enum Reach {
    /** The client in the path; without one the MSP in the path; without either the platform. */
    OF_PATH,
    /** Reading over those clients of the MSP in the path that the caller's grants cover. */
    CLIENTS_OF_MSP
  }
}
