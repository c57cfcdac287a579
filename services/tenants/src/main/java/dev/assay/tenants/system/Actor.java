package dev.assay.tenants.system;

import java.time.Instant;
import java.util.UUID;

/**
 * Who does this, and when.
 *
 * @param subject whom the token names: this is what separates two people
 * @param personId the person that others see
 */
record Actor(String subject, UUID personId, Instant at) {}
