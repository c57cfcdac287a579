package dev.assay.tenants.bulk;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What became of one row of an import; batches write these past Hibernate. */
@Entity
@Immutable
@Table(name = "client_import_result")
@IdClass(ImportResult.Key.class)
class ImportResult {

  /** A row of an import. */
  record Key(UUID importId, int rowNumber) implements Serializable {}

  @Id UUID importId;
  @Id int rowNumber;

  @Enumerated(EnumType.STRING)
  ImportOutcome outcome;

  @Enumerated(EnumType.STRING)
  @Nullable ImportedType type;

  @Nullable String clientKey;
  @Nullable UUID clientId;
  @Nullable UUID personId;
  @Nullable String problem;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected ImportResult() {}
}
