/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook.autoconfigure.contract;

import java.util.Base64;
import java.util.List;

import io.github.faultbook.ApiException;
import io.github.faultbook.ErrorCatalog;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a catalog that the configuration has changed, over the wire.
 */
@ExtendWith(OutputCaptureExtension.class)
class ConfiguredCatalogTests {

	private static final String FORMAT = """
			{"headers":{"X-Code":"{code}"},"codes":{"GONE.FOR.GOOD":"gone-for-good"},\
			"body":{"code":"{code}","upper":"{code|UPPER_SNAKE}","title":"{title}","message":"{message}","docs":"{docs}"}}""";

	private static Server server;

	@BeforeAll
	static void start() {
		server = new Server(Server.Container.TOMCAT, "logging.level.io.github.faultbook.errors=info",
				"faultbook.formats.house=" + FORMAT, "faultbook.format=house",
				"faultbook.docs.base-url=https://api.example.com/errors",
				"faultbook.errors.authentication_required.code=UNAUTHENTICATED",
				"faultbook.errors.authentication_required.message=Log in first.",
				"faultbook.errors.resource_gone.code=GONE.FOR.GOOD", "faultbook.errors.warehouse_closed.status=409",
				"faultbook.errors.warehouse_closed.message=Closed.",
				"faultbook.mappings.java.lang.IllegalStateException=warehouse_closed",
				"faultbook.log.levels.UNAUTHENTICATED=warn");
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Test
	void builtInEntryHasItsCodeAndTextsEverywhere(CapturedOutput output) {
		String wrong = Base64.getEncoder().encodeToString("ada:wrong".getBytes());
		Wire.Answer answer = server.send("GET /basic/user", "Authorization: Basic " + wrong);
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.headers()).containsEntry("X-Code", List.of("UNAUTHENTICATED"));
		assertThat(answer.body()).isEqualTo("""
				{"code":"UNAUTHENTICATED","upper":"UNAUTHENTICATED","title":"Authentication required",\
				"message":"Log in first.","docs":"https://api.example.com/errors/UNAUTHENTICATED"}""");
		assertThat(output.getAll()).contains("WARN").contains("401 UNAUTHENTICATED, GET /basic/user");
		assertThat(server.application()
			.getBean(MeterRegistry.class)
			.get("faultbook.errors")
			.tags("code", "UNAUTHENTICATED", "status", "401")
			.counter()
			.count()).isEqualTo(1);
	}

	@Test
	void codesOfAFormatNameTheCodesThatClientsSee() {
		assertThat(server.send("GET /filter/send-error").body()).isEqualTo(
				"""
						{"code":"gone-for-good","upper":"gone-for-good","title":"Resource gone",\
						"message":"The resource is no longer available.","docs":"https://api.example.com/errors/GONE.FOR.GOOD"}""");
	}

	@Test
	void newEntryIsAnsweredForAMappedException() {
		Wire.Answer answer = server.send("GET /throw/runtime");
		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.body()).isEqualTo("""
				{"code":"warehouse_closed","upper":"WAREHOUSE_CLOSED","title":"Warehouse closed","message":"Closed.",\
				"docs":"https://api.example.com/errors/warehouse_closed"}""");
	}

	@Test
	void newEntryCanBeThrown() {
		ErrorCatalog catalog = server.application().getBean(ErrorCatalog.class);
		assertThat(new ApiException(catalog.get("warehouse_closed"))).hasMessage("warehouse_closed: Closed.");
	}

}
