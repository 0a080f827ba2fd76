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

package io.github.faultbook.autoconfigure.test;

import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for tests with {@code MockMvc}.
 */
@AutoConfiguration(after = FaultbookAutoConfiguration.class)
@ConditionalOnClass(MockMvcBuilderCustomizer.class)
@ConditionalOnBean(FaultbookAutoConfiguration.class)
public final class MockMvcErrorAutoConfiguration {

	@Bean
	MockMvcBuilderCustomizer faultbookReasonCustomizer() {
		return (builder) -> builder.alwaysDo(new MockReason());
	}

}
