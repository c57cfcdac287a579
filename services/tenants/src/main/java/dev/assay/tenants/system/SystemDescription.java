package dev.assay.tenants.system;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is said of a system, apart from what it rests on. */
@Embeddable
record SystemDescription(
    String name,
    @Enumerated(EnumType.STRING) InScopeSystem.Kind kind,
    @Enumerated(EnumType.STRING) InScopeSystem.Hosting hosting,
    String rationale,
    @Nullable String supports,
    @Nullable String vendorName,
    @Nullable UUID vendorId,
    @Nullable UUID ownerPersonId) {

  static SystemDescription of(SystemRequest request) {
    String vendor = request.vendorName();
    return new SystemDescription(
        request.name().strip(),
        request.kind(),
        request.hosting(),
        request.rationale(),
        request.supports(),
        vendor == null ? null : vendor.strip(),
        request.vendorId(),
        request.ownerPersonId());
  }

  /**
   * Who owns the system, and the record of the vendor that is named already, say nothing of what is
   * in scope; all else does.
   */
  boolean meansTheSameForScopeAs(SystemDescription other) {
    return withoutOwner().equals(other.withoutOwner());
  }

  boolean hasVendorOf(SystemDescription other) {
    return Objects.equals(vendorName, other.vendorName);
  }

  private SystemDescription withoutOwner() {
    return new SystemDescription(name, kind, hosting, rationale, supports, vendorName, null, null);
  }
}
