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

import java.io.IOException;
import java.util.Map;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The handlers of {@link DeployedApplication}.
 */
@RestController
class DeployedController {

	@GetMapping("/throw")
	String fail() {
		throw new IllegalStateException(Markers.SECRET);
	}

	@GetMapping("/fault")
	String fault() {
		throw new ApiException(CommonError.CONFLICT);
	}

	@PostMapping("/body")
	String body(@RequestBody Map<String, Integer> body) {
		return body.toString();
	}

	@GetMapping("/gone")
	void gone(HttpServletResponse response) throws IOException {
		response.sendError(410);
	}

	@GetMapping("/ok")
	String ok() {
		return "ok";
	}

}
