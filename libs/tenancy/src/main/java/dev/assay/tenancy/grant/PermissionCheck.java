package dev.assay.tenancy.grant;

import static dev.assay.http.problem.CommonProblem.CLIENT_NOT_ACTIVE;
import static dev.assay.http.problem.CommonProblem.FORBIDDEN;
import static dev.assay.http.problem.CommonProblem.MSP_NOT_ACTIVE;
import static dev.assay.http.problem.CommonProblem.STEP_UP_NEEDED;

import dev.assay.http.openapi.Open;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenancy.permission.RolePermissions;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Runs before every operation: token, grant, permission, then the scope that all transactions of
 * the request are bound to.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
class PermissionCheck implements ContainerRequestFilter {

  private final Tokens tokens;
  private final GrantCache grants;
  private final Caller caller;
  private final Scopes scopes;

  @Context @Nullable ResourceInfo resource;

  PermissionCheck(Tokens tokens, GrantCache grants, Caller caller, Scopes scopes) {
    this.tokens = tokens;
    this.grants = grants;
    this.caller = caller;
    this.scopes = scopes;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Method operation = java.util.Objects.requireNonNull(resource).getResourceMethod();
    if (operation == null || operation.isAnnotationPresent(Open.class)) {
      return;
    }
    Token token = tokens.verified(request.getHeaderString(HttpHeaders.AUTHORIZATION));
    caller.is(token);
    Requires needed = operation.getAnnotation(Requires.class);
    if (needed == null) {
      throw ProblemException.of(FORBIDDEN, "This operation is not open to anybody.");
    }
    if (needed.value() == Permission.SIGNED_IN) {
      return;
    }
    GrantPlace place = placeOf(request.getUriInfo());
    EffectiveGrant grant = find(token, place, needed.fresh());
    requirePermission(place, grant, needed.value());
    requireLevel(token, needed.level());
    caller.may(grant);
    scopes.declareForRequest(scopeOf(token, place, grant, needed.reach()));
  }

  private EffectiveGrant find(Token token, GrantPlace place, boolean fresh) {
    var found = grants.find(token, place, fresh);
    if (place instanceof GrantPlace.OfPlatform) {
      return found.orElseThrow(
          () -> ProblemException.of(FORBIDDEN, "You have no grant on the platform itself."));
    }
    return found.orElseThrow(ProblemException::notFound);
  }

  private static void requirePermission(GrantPlace place, EffectiveGrant grant, Permission needed) {
    if (!RolePermissions.allow(grant.roles(), needed)) {
      throw ProblemException.of(
          FORBIDDEN, "None of your roles here has the permission " + needed + ".");
    }
    if (!grant.allows(needed)) {
      throw ProblemException.of(
          place instanceof GrantPlace.OfClient ? CLIENT_NOT_ACTIVE : MSP_NOT_ACTIVE,
          "The present state leaves your roles here no " + needed + ".");
    }
  }

  private static void requireLevel(Token token, int level) {
    if (token.level() < level) {
      throw ProblemException.of(STEP_UP_NEEDED, "Sign in with your second factor, then repeat.")
          .withHeader(
              "WWW-Authenticate",
              "Bearer error=\"insufficient_user_authentication\", acr_values=\"" + level + "\"");
    }
  }

  private static TenantScope scopeOf(
      Token token, GrantPlace place, EffectiveGrant grant, Requires.Reach reach) {
    return switch (place) {
      case GrantPlace.OfClient(UUID client) ->
          new TenantScope.Client(
              grant.mspId(),
              client,
              RolePermissions.onlyOwnRows(grant.roles())
                  ? new TenantScope.OnlyOwn(grant.personId(), token.subject())
                  : null);
      case GrantPlace.OfPlatform() -> new TenantScope.Platform();
      case GrantPlace.OfMsp(UUID msp) ->
          switch (reach) {
            case OF_PATH -> new TenantScope.Msp(msp);
            case CLIENTS_OF_MSP ->
                grant.allClients()
                    ? new TenantScope.Fleet(msp)
                    : new TenantScope.Portfolio(msp, grant.clientIds());
          };
    };
  }

  private static GrantPlace placeOf(UriInfo uri) {
    String client = uri.getPathParameters().getFirst("clientId");
    if (client != null) {
      return new GrantPlace.OfClient(id(client));
    }
    String msp = uri.getPathParameters().getFirst("mspId");
    return msp == null ? new GrantPlace.OfPlatform() : new GrantPlace.OfMsp(id(msp));
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notAnId) {
      throw ProblemException.notFound();
    }
  }
}
