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

package io.github.faultbook;

import org.jspecify.annotations.Nullable;

/**
 * A catalog entry that comes from the configuration: either a new entry or the configured
 * variant of a declared one.
 *
 * @param property the property that holds the entry, for findings
 * @param code the code that clients see: letters, digits, dots, hyphens and underscores
 * @param definition the whole definition
 * @param declared the entry as the application declared it, or {@code null} if the entry
 * is new, in which case the accessor returns the entry itself
 */
public record ConfiguredError(String property, String code, ErrorDefinition definition,
		@Nullable ErrorCode declared) implements ErrorCode {

	@Override
	public ErrorCode declared() {
		return (this.declared != null) ? this.declared : this;
	}

}
