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

import java.util.List;
import java.util.Map;

import io.github.faultbook.Violation;
import org.jspecify.annotations.Nullable;

/**
 * The current item of each repetition around a position in a template, kept for what is
 * written later.
 *
 * @param violations the violations to repeat over: all, or those of the current group
 * @param violation the current violation or the first of the current group, or
 * {@code null} outside
 * @param fact the current fact, or {@code null} outside a repetition over the facts
 * @param segment the current segment of a path, or {@code null} outside a repetition over
 * the segments
 */
record CurrentItems(List<Violation> violations, @Nullable Violation violation, Map.@Nullable Entry<String, Object> fact,
		@Nullable Object segment) {

}
