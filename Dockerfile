# Two stages: build with Maven, run with a Java runtime only, as a user without rights.
FROM eclipse-temurin:17-jdk AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
COPY src/main src/main
COPY frontend frontend
COPY db db
COPY routes routes
RUN mvn -B -q -Dquick -DskipTests package

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --home-dir /caravana caravana && mkdir -p /caravana/data && chown -R caravana /caravana
WORKDIR /caravana
COPY --from=build /build/target/caravana.jar ./
COPY geodata geodata
COPY routes routes
USER caravana
ENV CARAVANA_DATA=/caravana/data
EXPOSE 8080
VOLUME /caravana/data
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-jar", "caravana.jar"]
