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

package io.github.faultbook.test;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static io.github.faultbook.test.ErrorAssertions.assertThatErrorsAreDeclared;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for the assertion that an application declares its errors.
 */
class DeclaredErrorsAssertionTests {

	private static ConfigurableApplicationContext start(String... arguments) {
		return new SpringApplicationBuilder(OrderApi.class, Careless.class).properties("server.port=0").run(arguments);
	}

	@Test
	void errorThatIsNotDeclaredIsNamed() {
		try (ConfigurableApplicationContext application = start()) {
			RestTestClient client = RestTestClient.bindToServer()
				.baseUrl("http://localhost:" + application.getEnvironment().getProperty("local.server.port"))
				.build();
			client.get().uri("/orders/7").exchange().expectStatus().isNotFound();
			client.get().uri("/no-such-path").exchange().expectStatus().isNotFound();
			assertThatErrorsAreDeclared(application);
			client.get().uri("/careless").exchange().expectStatus().isEqualTo(409);
			client.get().uri("/careless").exchange().expectStatus().isEqualTo(409);
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThatErrorsAreDeclared(application))
				.withMessage("The OpenAPI description lacks errors that the application has answered with:\n  "
						+ "Careless.late has answered with the error 'conflict', which it does not declare. "
						+ "The OpenAPI description lacks it; add it to @ErrorCodes of the method.");
		}
	}

	@Test
	void applicationThatDoesNotDescribeItsErrorsIsRefused() {
		try (ConfigurableApplicationContext application = start("--faultbook.openapi.enabled=false")) {
			assertThatIllegalArgumentException().isThrownBy(() -> assertThatErrorsAreDeclared(application))
				.withMessageStartingWith("The application does not describe its errors. It needs springdoc, ");
		}
	}

	@RestController
	static class Careless {

		@GetMapping("/careless")
		String late() {
			throw new ApiException(CommonError.CONFLICT);
		}

	}

}
