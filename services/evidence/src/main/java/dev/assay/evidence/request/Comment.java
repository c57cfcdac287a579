package dev.assay.evidence.request;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.annotations.UuidGenerator.Style;

/** What somebody said about a request; never changed. */
@Entity
@Immutable
@Table(name = "evidence_request_comment")
@SuppressWarnings("NullAway.Init") // Hibernate fills it.
class Comment {

  @Id
  @UuidGenerator(style = Style.VERSION_7)
  private UUID id;

  private UUID requestId;
  private String text;
  private String bySubject;
  private UUID byPersonId;
  private Instant at;

  protected Comment() {}

  Comment(UUID requestId, String text, String bySubject, UUID byPersonId, Instant at) {
    this.requestId = requestId;
    this.text = text;
    this.bySubject = bySubject;
    this.byPersonId = byPersonId;
    this.at = at;
  }

  UUID id() {
    return id;
  }

  UUID requestId() {
    return requestId;
  }

  String text() {
    return text;
  }

  String bySubject() {
    return bySubject;
  }

  UUID byPersonId() {
    return byPersonId;
  }

  Instant at() {
    return at;
  }
}
