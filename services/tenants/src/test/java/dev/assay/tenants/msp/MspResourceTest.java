package dev.assay.tenants.msp;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.assay.tenants.world.Tokens;
import dev.assay.tenants.world.WorldResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class MspResourceTest {

  @Test
  void firstOperatorRegistersAnMsp() {
    given()
        .auth()
        .oauth2(Tokens.of(Tokens.OPERATOR))
        .header("Idempotency-Key", "register-first-msp")
        .contentType("application/json")
        .body("{\"name\":\"Northlight Managed Services (demo)\"}")
        .when()
        .post("/v1/msps")
        .then()
        .log()
        .ifValidationFails()
        .statusCode(201)
        .body("name", equalTo("Northlight Managed Services (demo)"))
        .body("id", notNullValue());
  }
}
