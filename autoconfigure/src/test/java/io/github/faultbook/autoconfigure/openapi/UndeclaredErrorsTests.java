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

package io.github.faultbook.autoconfigure.openapi;

import java.util.List;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCodes;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UndeclaredErrors}.
 */
@ExtendWith(OutputCaptureExtension.class)
class UndeclaredErrorsTests {

	private static final String CODE = "Careless.%s has answered with the error '%s', which it does not declare.";

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void eachIsWarnedOfOnce(boolean reactive, CapturedOutput output) {
		String level = "logging.level.io.github.faultbook.openapi=warn";
		try (OrderServer server = reactive
				? OrderServer.reactive(List.of(ReactiveOrderApplication.class, Careless.class), level)
				: new OrderServer(Careless.class, level)) {
			for (String path : List.of("/thrown", "/thrown", "/status", "/wrapped", "/fact", "/fact", "/declared",
					"/documented", "/hidden", "/derived?number=x", "/bug", "/no-such-path")) {
				assertThat(server.send(server.request(path)).statusCode()).as(path).isGreaterThanOrEqualTo(400);
			}
		}
		assertThat(output.getOut().lines().filter((line) -> line.contains("has answered with"))).satisfiesExactly(
				(line) -> assertThat(line).contains(CODE.formatted("thrown", "conflict")),
				(line) -> assertThat(line).contains(CODE.formatted("status", "resource_gone")),
				(line) -> assertThat(line).contains(CODE.formatted("wrapped", "permission_denied")),
				(line) -> assertThat(line).contains("Careless.fact has answered with the fact 'shelf', which the "
						+ "entry 'order_not_found' does not declare."));
	}

	@RestController
	static class Careless {

		@GetMapping("/thrown")
		String thrown() {
			throw new ApiException(CommonError.CONFLICT);
		}

		@GetMapping("/status")
		String status() {
			throw new ResponseStatusException(HttpStatus.GONE);
		}

		@GetMapping("/wrapped")
		String wrapped() {
			throw new IllegalStateException(new ApiException(CommonError.PERMISSION_DENIED));
		}

		@GetMapping("/fact")
		@ErrorCodes("order_not_found")
		String fact() {
			throw new ApiException(OrderError.ORDER_NOT_FOUND).with("order_id", 7).with("shelf", "B");
		}

		@GetMapping("/declared")
		@ErrorCodes("conflict")
		String declared() {
			throw new ApiException(CommonError.CONFLICT);
		}

		@GetMapping("/documented")
		@ApiResponse(responseCode = "409", description = "It is late.")
		String documented() {
			throw new ApiException(CommonError.CONFLICT);
		}

		@Hidden
		@GetMapping("/hidden")
		String hidden() {
			throw new ApiException(CommonError.CONFLICT);
		}

		@GetMapping("/derived")
		String derived(@RequestParam int number) {
			return "";
		}

		@GetMapping("/bug")
		String bug() {
			throw new IllegalStateException();
		}

	}

}
