package dev.assay.tenancy.grant;

import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Role;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who makes this request, and as what: filled by the permission check before any of our code. */
@RequestScoped
public class Caller {

  private @Nullable Token token;
  private @Nullable EffectiveGrant grant;

  void is(Token verified) {
    this.token = verified;
  }

  void may(EffectiveGrant effective) {
    this.grant = effective;
  }

  /** The verified token. */
  public Token token() {
    if (token == null) {
      throw new IllegalStateException("no token was verified for this request");
    }
    return token;
  }

  /** The caller's grant in the place of this request. */
  public EffectiveGrant grant() {
    if (grant == null) {
      throw ProblemException.notFound();
    }
    return grant;
  }

  /** The caller's roles in the place of this request; none when it needed none. */
  public Set<Role> rolesInForce() {
    return grant == null ? Set.of() : grant.roles();
  }

  /** Whether the caller may also do this here. */
  public boolean may(Permission permission) {
    return grant != null && grant.allows(permission);
  }
}
