package dev.assay.tenants.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.tenants.person.Person;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A service account, who answers for it, and what about that needs looking at.
 *
 * @param attention null when nothing does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServiceAccountResponse(
    @Schema(required = true) UUID personId,
    @Schema(required = true) String displayName,
    @Schema(required = true) Instant createdAt,
    @Nullable Owner owner,
    @Nullable Attention attention) {

  static final String EXAMPLE =
      """
      {"personId":"019aaf1e-7c00-7000-8000-000000000009","displayName":"Ticket import (demo)",
       "createdAt":"2026-11-23T10:00:00Z",
       "owner":{"personId":"019aaf1e-7c00-7000-8000-000000000003","displayName":"Demo technician",
        "namedBy":"00000000-0000-4000-8000-000000000002","namedAt":"2026-11-23T10:01:00Z",
        "reason":"Runs the ticket import."}}
      """;

  static final String PAGE_EXAMPLE = "{\"items\":[" + EXAMPLE + "],\"nextCursor\":null}";

  /** Why a service account needs somebody's eye. */
  @Schema(name = "ServiceAccountAttention")
  public enum Attention {
    /** Nobody answers for it, so it is granted nothing. */
    OWNER_MISSING,
    /** Whoever answers for it has no role at the MSP any more. */
    OWNER_WITHOUT_ROLE
  }

  /** Who answers for it, since when and why. */
  @Schema(name = "ServiceAccountOwner")
  public record Owner(
      @Schema(required = true) UUID personId,
      @Schema(required = true) String displayName,
      @Schema(required = true) String namedBy,
      @Schema(required = true) Instant namedAt,
      @Schema(required = true) String reason) {}

  static ServiceAccountResponse of(ServiceAccountOwners.Account account) {
    Person person = account.account();
    ServiceAccountOwner owner = account.owner();
    Person ownerPerson = account.person();
    if (owner == null || ownerPerson == null) {
      return new ServiceAccountResponse(
          person.id(), person.displayName(), person.createdAt(), null, Attention.OWNER_MISSING);
    }
    return new ServiceAccountResponse(
        person.id(),
        person.displayName(),
        person.createdAt(),
        new Owner(
            owner.ownerId, ownerPerson.displayName(), owner.namedBy, owner.namedAt, owner.reason),
        account.ownerHasRole() ? null : Attention.OWNER_WITHOUT_ROLE);
  }
}
