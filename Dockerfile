# The suite and the mock server in one image; docs/ci.md says how it is used.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /source
COPY . .
RUN mvn -B -ntp -DskipTests -pl conformance-tests -am package

FROM eclipse-temurin:17-jre
RUN useradd --uid 10001 --create-home tck
COPY --from=build /source/conformance-tests/target/tck.jar /opt/tck/tck.jar
USER tck
WORKDIR /home/tck
ENTRYPOINT ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", "/opt/tck/tck.jar"]
CMD ["--help"]
