package dev.assay.sample;

import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import dev.assay.http.version.EntityTag;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenancy.scope.OutsideTransactions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Notes of a client, and the faults that the kits must see. */
@Path("/v1")
@RunOnVirtualThread
public class NoteResource {

  public record NoteRequest(@NotBlank @Size(max = 100) String text) {}

  public record NoteResponse(
      @Schema(required = true) UUID id, @Schema(required = true) String text) {
    static NoteResponse of(Note note) {
      return new NoteResponse(note.id, note.text);
    }
  }

  private final EntityManager entities;
  private final AuditTrail audit;
  private final OutsideTransactions outside;

  NoteResource(EntityManager entities, AuditTrail audit, OutsideTransactions outside) {
    this.entities = entities;
    this.audit = audit;
    this.outside = outside;
  }

  @POST
  @Path("/clients/{clientId}/notes")
  @Requires(Permission.EVIDENCE_UPLOAD)
  @Transactional
  @Idempotent
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = NoteResponse.class)))
  public Response create(@PathParam("clientId") UUID clientId, @Valid NoteRequest request) {
    var note = new Note(UUID.randomUUID(), request.text());
    entities.persist(note);
    audit.record(AuditEvent.of("note.created", "NOTE", note.id).with("length", note.text.length()));
    return Response.created(URI.create("/v1/clients/" + clientId + "/notes/" + note.id))
        .entity(NoteResponse.of(note))
        .build();
  }

  @GET
  @Path("/clients/{clientId}/notes/{id}")
  @Requires(Permission.EVIDENCE_READ)
  @Transactional
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = NoteResponse.class)))
  public Response read(@PathParam("clientId") UUID clientId, @PathParam("id") UUID id) {
    Note note = entities.find(Note.class, id);
    if (note == null) {
      throw ProblemException.notFound();
    }
    return Response.ok(NoteResponse.of(note))
        .header("ETag", new EntityTag(note.version).toString())
        .build();
  }

  @PUT
  @Path("/clients/{clientId}/notes/{id}")
  @Requires(Permission.EVIDENCE_UPLOAD)
  @Transactional
  public NoteResponse update(
      @PathParam("clientId") UUID clientId,
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid NoteRequest request) {
    Note note = entities.find(Note.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (note == null) {
      throw ProblemException.notFound();
    }
    EntityTag.require(ifMatch, note.version);
    note.text = request.text();
    entities.flush();
    return NoteResponse.of(note);
  }

  @GET
  @Path("/msps/{mspId}/notes")
  @Requires(value = Permission.CLIENT_LIST, reach = Requires.Reach.CLIENTS_OF_MSP)
  @Transactional
  public Page<NoteResponse> list(
      @PathParam("mspId") UUID mspId,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    PageRequest page = PageRequest.of(limit, cursor, "notes", mspId);
    var rows =
        entities
            .createQuery("from Note where id > :after order by id", Note.class)
            .setParameter("after", page.after(UUID::fromString).orElse(new UUID(0, 0)))
            .setMaxResults(page.fetchSize())
            .getResultList();
    return Page.of(rows, page, note -> note.id.toString(), NoteResponse::of);
  }

  @GET
  @Path("/clients/{clientId}/outside-a-transaction")
  @Requires(Permission.EVIDENCE_READ)
  public long readOutsideATransaction(@PathParam("clientId") UUID clientId) {
    return entities.createQuery("select count(*) from Note", Long.class).getSingleResult();
  }

  @GET
  @Path("/without-scope")
  @Requires(Permission.SIGNED_IN)
  @Transactional
  public long withoutScope() {
    return entities.createQuery("select count(*) from Note", Long.class).getSingleResult();
  }

  @GET
  @Path("/clients/{clientId}/call-inside-a-transaction")
  @Requires(Permission.EVIDENCE_READ)
  @Transactional
  public String callInside(@PathParam("clientId") UUID clientId) {
    outside.require("somebody else");
    return "called";
  }

  @GET
  @Path("/without-permission")
  public String withoutPermission() {
    return "open";
  }
}
