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

package io.github.faultbook.format;

import java.nio.charset.StandardCharsets;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.faultbook.FaultbookConfigurationException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the compiler of templates with input of a coverage-guided fuzzer: each
 * template is either rejected with a message that names it, or it writes JSON.
 */
class TemplateFuzzTests {

	@FuzzTest(maxDuration = "5m")
	void templateIsRefusedOrWritesJson(byte[] bytes) {
		WireFormat format;
		try {
			format = ExpectedBodies.FORMATS.compile("fuzzed", new String(bytes, StandardCharsets.UTF_8));
		}
		catch (FaultbookConfigurationException ex) {
			assertThat(ex.getMessage()).contains("fuzzed");
			return;
		}
		for (int i = 0; i < 2; i++) {
			byte[] body = format.write((i == 0) ? ShortTemplates.PLAIN : ShortTemplates.INVALID, TestRequest.DEFAULT);
			assertThat(JsonMapper.shared().readTree(body)).isNotNull();
		}
	}

}
