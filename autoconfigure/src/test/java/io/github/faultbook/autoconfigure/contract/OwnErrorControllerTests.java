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

import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for an application with an {@link ErrorController} of its own, and for one that
 * turns the guard off.
 */
@Tag("slow")
class OwnErrorControllerTests {

	@ParameterizedTest
	@EnumSource
	void controllerReceivesWhatReachesTheContainer(Server.Container container) {
		try (Server server = new Server(container, "faultbook.format=details-map",
				"spring.main.sources=" + OwnController.class.getName())) {
			assertThat(server.send("GET /filter/send-error").body()).isEqualTo("{\"own\":410}");
			assertThat(server.send("GET /filter/runtime").body()).isEqualTo("{\"own\":500}");
			assertThat(server.send("GET /throw/runtime").body()).isEqualTo("{\"own\":500}");
			assertThat(server.send("GET /throw/fault").body()).contains("\"error_code\":\"resource_gone\"");
		}
	}

	@Test
	void controllerIsRecognizedByItsDeclaration() {
		try (Server server = new Server(Server.Container.TOMCAT, "faultbook.format=details-map",
				"spring.main.sources=" + InterfaceController.class.getName())) {
			assertThat(server.send("GET /filter/send-error").body()).isEqualTo("{\"own\":410}");
			assertThat(server.send("GET /throw/runtime").body()).isEqualTo("{\"own\":500}");
		}
	}

	@ParameterizedTest
	@EnumSource
	void errorsReachTheErrorDispatchIfTheGuardIsOff(Server.Container container) {
		try (Server server = new Server(container, "faultbook.format=details-map", "faultbook.guard-responses=false")) {
			Wire.Answer answer = server.send("GET /filter/send-error");
			assertThat(answer.status()).isEqualTo(410);
			assertThat(answer.body()).contains("\"error_code\":\"resource_gone\"");
			assertThat(server.send("GET /throw/runtime").body()).contains("\"error_code\":\"internal_server_error\"");
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnController {

		@Bean
		StatusController statusController() {
			return new StatusController();
		}

	}

	/**
	 * The type of the controller is not known before the bean exists.
	 */
	@Configuration(proxyBeanMethods = false)
	static class InterfaceController {

		@Bean
		ErrorController statusController() {
			return new StatusController();
		}

	}

	@RestController
	static class StatusController implements ErrorController {

		@RequestMapping("/error")
		ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
			int status = (int) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
			return ResponseEntity.status(status).body(Map.of("own", status));
		}

	}

}
