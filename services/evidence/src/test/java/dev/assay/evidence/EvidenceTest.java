package dev.assay.evidence;

import dev.assay.testing.stack.ObjectStoreResource;
import dev.assay.testing.stack.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The service on its real database and its real store; all tests share one start. */
@QuarkusTest
@QuarkusTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "evidence"))
@QuarkusTestResource(
    value = ObjectStoreResource.class,
    initArgs = @ResourceArg(name = "outage", value = "true"))
@QuarkusTestResource(TenantsStub.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface EvidenceTest {}
