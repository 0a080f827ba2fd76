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

package io.github.faultbook.autoconfigure.slice;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code @WebMvcTest}, which must use the format without an import.
 */
@WebMvcTest(properties = "faultbook.format=details-map")
class WebMvcSliceTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void exceptionIsAnsweredInTheFormat() {
		assertAnswer(this.mvc.get().uri("/conflict").exchange(), 409, SliceApplication.CONFLICT);
	}

	@Test
	void failedValidationIsAnsweredInTheFormat() {
		assertAnswer(this.mvc.post().uri("/names").contentType(MediaType.APPLICATION_JSON).content("{}").exchange(),
				400, SliceApplication.INVALID);
	}

	@Test
	void unknownRouteIsAnsweredInTheFormat() {
		assertAnswer(this.mvc.get().uri("/nope").exchange(), 404, SliceApplication.NOT_FOUND);
	}

	@Test
	void statusWithoutBodyIsAnsweredInTheFormat() {
		assertAnswer(this.mvc.get().uri("/gone").exchange(), 410, SliceApplication.GONE);
	}

	@Test
	void sendErrorIsAnsweredInTheFormat() {
		assertAnswer(this.mvc.get().uri("/send-error").exchange(), 410, SliceApplication.GONE);
	}

	private static void assertAnswer(MvcTestResult result, int status, String body) {
		assertThat(result).hasStatus(status).hasContentType("application/json").body().asString().isEqualTo(body);
	}

}
