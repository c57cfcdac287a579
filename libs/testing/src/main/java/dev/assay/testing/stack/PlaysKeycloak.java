package dev.assay.testing.stack;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a {@code Consumer<String>} that takes {@code hang}, {@code die} or {@code end}, and plays
 * Keycloak so for the service alone; tests themselves still reach it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface PlaysKeycloak {}
