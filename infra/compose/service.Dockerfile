# One service as Maven has packaged it: run "./assay mvn -B package -DskipTests" first.
FROM eclipse-temurin:25-jre
ARG SERVICE
COPY services/${SERVICE}/target/quarkus-app/ /app/
# Owns nothing and needs to write nothing.
USER 10001:10001
WORKDIR /app
ENTRYPOINT ["java", "-Xmx256m", "-XX:+UseSerialGC", "-jar", "quarkus-run.jar"]
