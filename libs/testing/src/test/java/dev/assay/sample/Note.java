package dev.assay.sample;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/** One line of text of one client; the tenant columns are the database's business. */
@Entity
class Note {

  @Id UUID id;
  @Version int version;
  String text;

  protected Note() {}

  Note(UUID id, String text) {
    this.id = id;
    this.text = text;
  }
}
