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

package io.github.faultbook.benchmarks.server;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Whose code a frame is, and its color in a picture.
 */
enum Owner {

	/**
	 * Faultbook.
	 */
	FAULTBOOK("Faultbook", "#ffb060", "io/github/faultbook/(?!benchmarks/).*|" + FlameFrames.GUARDS),

	/**
	 * The application behind Spring MVC.
	 */
	APPLICATION("application", "#9cc8f0", "io/github/faultbook/benchmarks/.*"),

	/**
	 * Everything of Spring.
	 */
	SPRING("Spring", "#b2dd98", "org/springframework/.*|" + FlameFrames.FILTERS),

	/**
	 * Tomcat.
	 */
	TOMCAT("Tomcat", "#f6e27f", "org/apache/(catalina|coyote|tomcat)/.*"),

	/**
	 * What the virtual machine does without being asked by a line of Java.
	 */
	VIRTUAL_MACHINE("virtual machine", "#f0a0a0", FlameFrames.VIRTUAL_MACHINE + ".*"),

	/**
	 * Calls to the kernel.
	 */
	KERNEL("kernel", "#d3b8e8", FlameFrames.KERNEL + ".*"),

	/**
	 * Libraries that any of the others may call.
	 */
	LIBRARY("libraries", "#d4d4d4", ".*");

	private final String label;

	private final String color;

	private final Pattern frames;

	Owner(String label, String color, String frames) {
		this.label = label;
		this.color = color;
		this.frames = Pattern.compile(frames);
	}

	String label() {
		return this.label;
	}

	String color() {
		return this.color;
	}

	static Owner of(String frame) {
		return List.of(values()).stream().filter((owner) -> owner.frames.matcher(frame).matches()).findFirst().get();
	}

}
